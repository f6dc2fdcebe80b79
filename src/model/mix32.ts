/** The finaliser of MurmurHash3 (Austin Appleby): a bijection of the uint32 that spreads every bit. */
export function mix32(value: number): number {
  let bits = value >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
