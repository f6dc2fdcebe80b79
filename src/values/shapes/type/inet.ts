import { mix32 } from '../../../model/mix32.ts'
import type { ShapeMaker } from '../../shape-maker.ts'

/** The networks set aside for documentation (RFC 5737). */
const DOCUMENTATION = ['192.0.2', '198.51.100', '203.0.113']

/** `10.a.b.c` of a 24-bit number. */
const private4 = (bits: number): string => `10.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`

/** Blocks of 16 addresses in the documentation networks. */
const block4 = (at: number): string => `${DOCUMENTATION[at % 3]}.${(Math.floor(at / 3) % 16) * 16}/28`

/** Four groups of an address in 2001:db8::/32 (RFC 3849), never abbreviated, so each is spelled in one way. */
function address6(high: number, low: number): string {
  const group = (bits: number): string => (bits & 0xffff).toString(16)
  return `2001:db8:${group(high >>> 16)}:${group(high)}::${group(low >>> 16)}:${group(low)}`
}

const NETWORKS4 = 65_536

/** The networks /24 of 10.0.0.0/8, and when these are used up its single addresses. */
const network4 = (index: number): string =>
  index < NETWORKS4 ? `10.${index >>> 8}.${index & 255}.0/24` : `${private4(index - NETWORKS4)}/32`

/** Networks /80 of 2001:db8::/32. */
function network6(index: number): string {
  const low = index % 4294967296
  return `2001:db8:${Math.floor(index / 4294967296).toString(16)}:${(low >>> 16).toString(16)}:${(low & 0xffff).toString(16)}::/80`
}

/**
 * Addresses and networks of the documentation ranges, as text. By index: 2^24 of `10.0.0.0/8`, or 2^48 of
 * `2001:db8::/32`.
 */
export const inet: ShapeMaker<'inet'> = {
  compile({ version = 4, network = false }) {
    if (version === 6) {
      if (network) return (draws) => `2001:db8:${(draws.bits(0) & 0xffff).toString(16)}::/48`
      return (draws) => address6(draws.bits(0), draws.bits(1))
    }
    if (network) return (draws) => block4(draws.below(0, 48))
    return (draws) => `${DOCUMENTATION[draws.below(0, 3)]}.${1 + draws.below(1, 254)}`
  },
  at({ version = 4, network = false }) {
    if (version === 6) {
      if (network) return network6
      return (index) => address6(Math.floor(index / 4294967296), mix32(index >>> 0))
    }
    return network ? network4 : private4
  },
}
