/** digits · 10^-scale. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Reads `-12.50` and `1e+21`; null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text)
  if (match === null) return null
  const fraction = match[3] ?? ''
  const scale = fraction.length - Number(match[4] ?? 0)
  const digits = BigInt(`${match[2]}${fraction}`) * (match[1] === '-' ? -1n : 1n)
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

/** Writes a decimal with exactly `scale` digits after the point; half is rounded away from zero. */
export function decimalText({ digits, scale: own }: Decimal, scale: number): string {
  const negative = digits < 0n
  let rest = negative ? -digits : digits
  if (own > scale) {
    const unit = 10n ** BigInt(own - scale)
    rest = (rest + unit / 2n) / unit
  } else rest *= 10n ** BigInt(scale - own)
  const sign = negative && rest > 0n ? '-' : ''
  if (scale === 0) return `${sign}${rest}`
  const text = String(rest).padStart(scale + 1, '0')
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
}
