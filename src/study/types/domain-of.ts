import type { Check, TypeInfo } from '../../model/catalog.ts'
import type { Domain } from '../../model/study.ts'
import { baseOf } from './base-of.ts'
import { limitsOf } from './limits-of.ts'
import type { Types, TypeUse } from './type-use.ts'
import { unwrap } from './unwrap.ts'

/** Where inside a value a domain's check applies: the value itself, the items of the array, attribute number n. */
export type Path = readonly ('items' | number)[]

export interface TypeDomain {
  readonly domain: Domain
  /** Checks of the SQL domains in the type, for the check room to understand. */
  readonly checks: readonly { readonly check: Check; readonly path: Path; readonly use: TypeUse }[]
}

/** What a column of the type accepts by its type alone. */
export function domainOf(types: Types, use: TypeUse): TypeDomain {
  const { type, use: inner, notNull, checks } = unwrap(types, use)
  const own = checks.map((check) => ({ check, path: [], use: inner }))
  if (type === null) return { domain: { notNull, ...limitsOf(inner.type, inner) }, checks: own }
  const parts = partsOf(types, type, inner)
  return { domain: { notNull, ...parts.domain }, checks: [...own, ...parts.checks] }
}

type Parts = { readonly domain: Omit<Domain, 'notNull'>; readonly checks: TypeDomain['checks'] }

function partsOf(types: Types, type: TypeInfo, use: TypeUse): Parts {
  switch (type.kind) {
    case 'enum':
      return { domain: { values: type.labels }, checks: [] }
    case 'array':
      return type.of === null ? NOTHING : items(domainOf(types, { ...use, type: type.of }))
    case 'composite':
      return attributes(types, type)
    case 'range':
    case 'multirange':
      return type.of === null ? NOTHING : bounds(domainOf(types, { ...use, type: type.of }).domain)
    default:
      return { domain: limitsOf(type.name, use), checks: [] }
  }
}

const NOTHING: Parts = { domain: {}, checks: [] }

const items = ({ domain, checks }: TypeDomain): Parts => ({
  domain: { items: domain },
  checks: checks.map((one) => ({ ...one, path: ['items', ...one.path] })),
})

function attributes(types: Types, type: TypeInfo): Parts {
  const fields = type.attributes.map((attribute) => ({ ...domainOf(types, attribute), base: baseOf(types, attribute) }))
  return {
    domain: { fields: fields.map(({ domain, base }) => ({ ...domain, base })) },
    checks: fields.flatMap(({ checks }, index) => checks.map((one) => ({ ...one, path: [index, ...one.path] }))),
  }
}

/** Of a range only the bounds of what it spans are of interest. */
const bounds = ({ min, max, scale }: Domain): Parts => ({
  domain: {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(scale === undefined ? {} : { scale }),
  },
  checks: [],
})
