/** `1,234,567` */
export const spellCount = (count: number): string => count.toLocaleString('en-US')

/** `1 row`, `2 rows` */
export const spellRows = (count: number): string => `${spellCount(count)} ${count === 1 ? 'row' : 'rows'}`

/** `820 B`, `1.4 MB` (powers of 1000) */
export function spellBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const at = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** at
  return `${value < 10 && at > 0 ? value.toFixed(1) : Math.round(value)} ${units[at]}`
}

/** `240 ms`, `3.2 s`, `4 min 10 s`, `2 h 5 min` */
export function spellDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 1) return `${Math.round(milliseconds)} ms`
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

/** `30 %`, `0.5 %` */
export const spellShare = (share: number): string => `${Number((share * 100).toPrecision(2))} %`

/** A mean as short as it may be: `0.027`, `3.3`, `15`, `1,240` */
export const spellMean = (mean: number): string =>
  mean < 10 ? String(Number(mean.toPrecision(2))) : spellCount(Math.round(mean))
