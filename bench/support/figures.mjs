export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Seconds that `work` takes, and what it gives. */
export async function timed(work) {
  const start = process.hrtime.bigint()
  const value = await work()
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, value }
}

export const perSecond = (rows, seconds) => `${Math.round(rows / seconds).toLocaleString('en-US')} rows/s`
