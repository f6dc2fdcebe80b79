import type { Domain } from '../../model/study.ts'
import { spatialOf } from './spatial-of.ts'
import type { TypeUse } from './type-use.ts'

type Limits = Omit<Domain, 'notNull'>

/** What a built-in or extension's type accepts, by its internal name and what stands in brackets. */
export function limitsOf(name: string, use: TypeUse): Limits {
  const fixed = FIXED[name]
  if (fixed !== undefined) return fixed
  switch (name) {
    case 'numeric':
      return use.precision === null ? {} : numericLimits(use.precision, use.scale ?? 0)
    case 'bit':
      return { minLength: use.length ?? 1, maxLength: use.length ?? 1 }
    case 'varchar':
    case 'bpchar':
    case 'varbit':
    case 'vector':
    case 'halfvec':
    case 'sparsevec':
      return use.length === null ? {} : { maxLength: use.length }
    case 'geometry':
    case 'geography':
      return { spatial: spatialOf(use.typeName ?? '') }
    default:
      return {}
  }
}

/** Below 2^63 and still a double. */
const INT8 = 2 ** 63 - 1024
const FLOAT4 = 3.4028234e38
const DAY = 86_400_000

/** 4713-11-24 BC … 294276-12-31, as the manual gives the range of timestamps. */
const TIMESTAMP: Limits = { min: -210_866_803_200_000, max: 9_224_318_015_999_000 }

const FIXED: Readonly<Record<string, Limits>> = {
  int2: { min: -32_768, max: 32_767 },
  int4: { min: -2_147_483_648, max: 2_147_483_647 },
  int8: { min: -INT8, max: INT8 },
  oid: { min: 0, max: 4_294_967_295 },
  float4: { min: -FLOAT4, max: FLOAT4 },
  money: { min: -92_233_720_368_547_000, max: 92_233_720_368_547_000, scale: 2 },
  char: { maxLength: 1, maxBytes: 1 },
  name: { maxBytes: 63 },
  date: { min: -210_866_803_200_000, max: 185_542_587_100_800_000 },
  timestamp: TIMESTAMP,
  timestamptz: TIMESTAMP,
  time: { min: 0, max: DAY - 1 },
  timetz: { min: 0, max: DAY - 1 },
}

/** `numeric(5,2)` holds up to 999.99, `numeric(2,-3)` up to 99000, `numeric(2,4)` up to 0.0099. */
function numericLimits(precision: number, scale: number): Limits {
  // Beyond 15 digits a double would round up, past what the type holds.
  const digits = precision <= 15 ? 10 ** precision - 1 : 10 ** precision * (1 - 1e-15)
  const max = scale >= 0 ? digits / 10 ** scale : digits * 10 ** -scale
  return { min: -max, max, scale }
}
