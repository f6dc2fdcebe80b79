/** Longer texts are no addresses. */
const LONGEST = 60

/** An address of the internet as bits, and how many of them are the network's. */
export interface Network {
  readonly bits: bigint
  readonly width: 32 | 128
  readonly prefix: number
}

/** `10.0.0.1`, `10.0.0.0/8`, `2001:db8::1/64`, `::ffff:10.0.0.1`; null for anything else. */
export function networkOf(written: string): Network | null {
  const text = written.trim()
  const [address = '', prefix, ...rest] = text.length > LONGEST ? [] : text.split('/')
  if (rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return null
  const width = address.includes(':') ? 128 : 32
  const bits = width === 32 ? fourParts(address) : eightParts(address)
  const length = prefix === undefined ? width : Number(prefix)
  return bits === null || length > width ? null : { bits, width, prefix: length }
}

/** Are all bits behind the network's own zero, as `cidr` wants it? */
export const isWholeNetwork = ({ bits, width, prefix }: Network): boolean =>
  (bits & ((1n << BigInt(width - prefix)) - 1n)) === 0n

function fourParts(address: string): bigint | null {
  const parts = address.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n)
}

/** Groups of four hex digits; `::` stands once for as many zeros as are missing, and the last two may be written like an address of four parts. */
function eightParts(address: string): bigint | null {
  const [before = '', after, ...rest] = address.split('::')
  if (rest.length > 0) return null
  const head = groupsOf(before)
  const tail = after === undefined ? [] : groupsOf(after)
  if (head === null || tail === null) return null
  const missing = 8 - head.length - tail.length
  if (after === undefined ? missing !== 0 : missing < 1) return null
  return [...head, ...Array<bigint>(missing).fill(0n), ...tail].reduce((bits, group) => (bits << 16n) | group, 0n)
}

function groupsOf(text: string): readonly bigint[] | null {
  if (text === '') return []
  const groups: bigint[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    const four = i === parts.length - 1 && part.includes('.') ? fourParts(part) : null
    if (four !== null) groups.push(four >> 16n, four & 0xffffn)
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`))
    else return null
  }
  return groups
}
