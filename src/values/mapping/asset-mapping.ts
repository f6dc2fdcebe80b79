import type { AssetMapping, MappedValue, MappingProblem, MappingTarget } from '../../model/asset-mapping.ts'
import type { Asset } from '../../model/assets.ts'
import { labelsOf } from '../../model/labels-of.ts'
import type { Value } from '../../model/value.ts'
import { toText } from '../encode.ts'
import { matcherOf } from '../shapes/pattern/automaton.ts'
import { parsePattern } from '../shapes/pattern/parse-pattern.ts'
import { type CompiledAssetValue, compileAssetValue } from './asset-value.ts'
import { checkDomain, type Judge } from './convert/check-domain.ts'
import type { Datum } from './datum.ts'
import { MappingError } from './mapping-error.ts'
import { parseExpression } from './parse-expression.ts'
import { pathsOf } from './paths-of.ts'

/** The mapping language for a plan that is being made: the same values as its rows will have. */
export function createAssetMapping(seed: string, now: number): AssetMapping {
  const judge: Judge = { now, matches: rememberMatchers() }
  const compiled = new Map<string, CompiledAssetValue>()
  const compile = (expression: string, target: MappingTarget): CompiledAssetValue => {
    const key = JSON.stringify([expression, target.table, target.column])
    const known = compiled.get(key)
    if (known !== undefined) return known
    const { table, column, encoding, domain } = target
    const made = compileAssetValue(
      expression,
      { seed, now, table, column },
      { encoding, labels: labelsOf(encoding, domain) },
    )
    compiled.set(key, made)
    return made
  }
  return {
    read: (expression) => caught(() => ({ paths: pathsOf(parseExpression(expression)) })),
    value: (expression, asset, target) => caught(() => mapped(compile(expression, target), asset, target, judge)),
  }
}

function mapped(compiled: CompiledAssetValue, asset: Asset, target: MappingTarget, judge: Judge): MappedValue {
  const { datum, value, nothing } = compiled.of(asset)
  if (value === null && !nothing && target.domain.notNull)
    throw new MappingError({
      message: 'The column may not be NULL.',
      expected: 'a value',
      found: 'NULL',
      next: 'Leave | null out of the expression.',
    })
  checkDomain(value, target, judge)
  const labels = labelsOf(target.encoding, target.domain)
  const spelled = labels === undefined ? null : spelling(datum, value)
  return { value, text: toText(value, target.encoding), nothing, spelled }
}

/** What the item says where the label (or one of a list) is another text; null where it says it to the letter. */
function spelling(datum: Datum, value: Value): string | null {
  if (!Array.isArray(value)) return datum === null || datum === value ? null : String(datum)
  const said = Array.isArray(datum) ? (datum as readonly Datum[]) : [datum]
  const other = said.filter((one) => typeof one === 'string' && !value.includes(one))
  return other.length === 0 || typeof datum === 'string' ? null : other.join(', ')
}

function caught<Result>(work: () => Result): Result | { readonly problem: MappingProblem } {
  try {
    return work()
  } catch (error) {
    if (error instanceof MappingError) return { problem: error.problem }
    throw error
  }
}

/** Patterns are read once. */
function rememberMatchers(): Judge['matches'] {
  const known = new Map<string, ((text: string) => boolean) | null>()
  return (text, pattern, caseless) => {
    const key = `${caseless ? 'i' : 'c'}${pattern}`
    let matcher = known.get(key)
    if (matcher === undefined) {
      const parsed = parsePattern(pattern, caseless)
      matcher = parsed === null || parsed.backReferences ? null : matcherOf(parsed)
      known.set(key, matcher)
    }
    return matcher === null ? null : matcher(text)
  }
}
