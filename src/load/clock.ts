/** Runs a step of the story and notes how long it took, in milliseconds. */
export async function clock<Result>(
  timings: Record<string, number>,
  step: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    timings[step] = (timings[step] ?? 0) + Math.round(performance.now() - start)
  }
}
