import type {
  AssetMapping,
  MappedValue,
  MappingProblem,
  MappingTarget,
  OtherColumns,
} from '../../model/assets/asset-mapping.ts'
import type { Asset, Assets } from '../../model/assets/assets.ts'
import { labelsOf } from '../../model/labels-of.ts'
import type { Value } from '../../model/value.ts'
import { toText } from '../encode.ts'
import { matcherOf } from '../shapes/pattern/automaton.ts'
import { parsePattern } from '../shapes/pattern/parse-pattern.ts'
import { type AssetValue, type CompiledAssetValue, compileAssetValue } from './asset-value.ts'
import { columnsOf } from './columns-of.ts'
import { checkDomain, type Judge } from './convert/check-domain.ts'
import { toColumn } from './convert/to-column.ts'
import { toDatum } from './convert/to-datum.ts'
import type { Datum } from './datum.ts'
import { textArgument } from './functions/mapping-function.ts'
import { MappingError } from './mapping-error.ts'
import { onceEach } from './once-each.ts'
import { parseExpression } from './parse-expression.ts'
import { pathsOf } from './paths-of.ts'
import { labelOf } from './read/label-of.ts'
import { listOf } from './read/list-of.ts'
import { type ReadExpression, type RowReader, readExpression } from './read-expression.ts'

/** The mapping language for a plan that is being made: the same values as its rows will have. */
export function createAssetMapping(seed: string, now: number, assets: Assets): AssetMapping {
  const judge: Judge = { now, matches: rememberMatchers() }
  const compiled = new Map<string, CompiledAssetValue>()
  const unsteady = new Set<string>()
  // The same column is asked for item after item.
  const byTarget = new WeakMap<MappingTarget, { readonly expression: string; readonly made: CompiledAssetValue }>()
  const compile = (expression: string, target: MappingTarget): CompiledAssetValue => {
    const recent = byTarget.get(target)
    if (recent?.expression === expression) return recent.made
    const made = find(expression, target)
    byTarget.set(target, { expression, made })
    return made
  }
  const find = (expression: string, { table, column, encoding, domain }: MappingTarget): CompiledAssetValue => {
    const key = JSON.stringify([expression, table, column])
    const known = compiled.get(key)
    if (known !== undefined) return known
    const made = compileAssetValue(
      expression,
      { seed, now, table, column, assets, unsteady: (name) => unsteady.add(name) },
      { encoding, labels: labelsOf(encoding, domain) },
    )
    compiled.set(key, made)
    return made
  }
  const rowOf = (asset: Asset, others: OtherColumns): RowReader =>
    onceEach((column, row) => {
      const other = others(column)
      if (other === null) return null
      const { value } = compile(other.expression, other.target).of(asset, row)
      return toDatum(value, other.target.encoding)
    })
  const named = new Map<string, ReadExpression>()
  const names = (expression: string): ReadExpression => {
    const known = named.get(expression)
    if (known !== undefined) return known
    const made = readExpression(expression, {
      address: [seed, 'reference', expression],
      now,
      assets,
      unsteady: (name) => unsteady.add(name),
    })
    named.set(expression, made)
    return made
  }
  return {
    read: (expression) =>
      caught(() => {
        const parsed = parseExpression(expression, assets)
        return { paths: pathsOf(parsed), columns: columnsOf(parsed) }
      }),
    texts: (expression, asset) => caught(() => ({ texts: textsOf(names(expression).of(asset, () => null)) })),
    value: (expression, asset, target, others = NO_OTHERS) =>
      caught(() => mapped(compile(expression, target).of(asset, rowOf(asset, others)), target, judge)),
    sample: (expression, target) => {
      const { table, column } = target
      const address = [seed, table, column, 'expression']
      const site = { address, now, assets, unsteady: (name: string) => unsteady.add(name) }
      const tried = caught(() => sampled(readExpression(expression, site), target, judge))
      return tried === null ? null : tried.problem
    },
    unsteady: () => [...unsteady],
  }
}

/** The texts of a list, of a value the one that stands for it. */
const textsOf = (datum: Datum): string[] =>
  (Array.isArray(datum) ? (datum as readonly Datum[]) : [datum]).flatMap((one) => {
    const text = textArgument(one, 'A reference is a name, or a list of names.')?.trim() ?? ''
    return text === '' ? [] : [text]
  })

const NO_OTHERS: OtherColumns = () => null

function mapped({ datum, value, nothing }: AssetValue, target: MappingTarget, judge: Judge): MappedValue {
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
  const guessed = spelled !== null && labels !== undefined && isGuessed(datum, labels)
  return { value, text: toText(value, target.encoding), nothing, spelled, guessed }
}

const isGuessed = (datum: Datum, labels: readonly string[]): boolean =>
  (Array.isArray(datum)
    ? (datum as readonly Datum[])
    : typeof datum === 'string'
      ? [datum, ...listOf(datum)]
      : []
  ).some((one) => typeof one === 'string' && labelOf(one, labels)?.guessed === true)

/** So many rows are looked at. */
const SAMPLE = 25

/** @throws MappingError where one of some values does not fit */
function sampled(read: ReadExpression, target: MappingTarget, judge: Judge): null {
  const { encoding, domain } = target
  for (let i = 0; i < SAMPLE; i++) {
    const datum = read.ofRow({ hi: i, lo: i + 1 }, () => null)
    mapped({ datum, value: toColumn(datum, encoding, labelsOf(encoding, domain)), nothing: false }, target, judge)
  }
  return null
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
