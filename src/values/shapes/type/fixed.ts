/**
 * Writes a whole number of 10^-scale as a decimal with exactly `scale` digits: `fixed(2)(-105)` is `-1.05`. No float is ever divided, so there
 * are no artefacts.
 */
export function fixed(scale: number): (units: number) => string {
  if (scale <= 0) return (units) => (units === 0 ? '0' : String(units))
  if (scale > 15) {
    const write = fixedBig(scale)
    return (units) => write(BigInt(units))
  }
  const unit = 10 ** scale
  return (units) => {
    const size = units < 0 ? -units : units
    const rest = size % unit
    // `unit + rest` is a 1 and the digits with their leading zeros.
    const digits = String(unit + rest).slice(1)
    const text = `${(size - rest) / unit}.${digits}`
    return units < 0 ? `-${text}` : text
  }
}

/** The same for whole numbers beyond 2^53. */
export function fixedBig(scale: number): (units: bigint) => string {
  if (scale <= 0) return String
  return (units) => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
    const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
    return units < 0n ? `-${text}` : text
  }
}
