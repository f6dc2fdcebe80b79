/**
 * `value` in whole units of 10^-scale, rounded up or down where it lies between two. A float like 0.1 counts as what is written, not as the
 * nearest binary fraction. A negative scale gives multiples of 10^-scale, as in numeric(5,-2).
 */
export function unitsOf(value: number, scale: number, rounding: 'up' | 'down'): bigint {
  if (scale <= 0 || Math.abs(value) >= 1e21) {
    const whole = BigInt(rounding === 'up' ? Math.ceil(value) : Math.floor(value))
    return scale > 0 ? whole * 10n ** BigInt(scale) : whole
  }
  const text = value.toFixed(Math.min(scale, 100))
  const units = BigInt(text.replace('.', ''))
  // What floats leave behind at the end of a sum is no reason to lose a unit.
  const beyond = Number(text) - value
  const tolerance = 10 ** -scale * 1e-6
  if (rounding === 'up') return beyond < -tolerance ? units + 1n : units
  return beyond > tolerance ? units - 1n : units
}
