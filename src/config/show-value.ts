const LONGEST = 60

/** A value of the configuration in a few characters, for messages. Passwords in URLs are left out, in broken ones too. */
export function showValue(value: unknown): string {
  const text = spell(value).replace(/((?:\b[a-z][a-z0-9+.-]*:\/\/)?[^\s:/@"]*):[\s\S]*@/i, '$1:***@')
  const points = [...text]
  return points.length > LONGEST ? `${points.slice(0, LONGEST - 1).join('')}…` : text
}

function spell(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  if (value === null || typeof value !== 'object') return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString()
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  const keys = Object.keys(value)
  return keys.length === 0
    ? 'an empty object'
    : `an object { ${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ', …' : ''} }`
}
