import type { ObjectId } from '../model/name.ts'
import type { Recipe } from '../model/recipe.ts'
import type { Domain } from '../model/study.ts'
import type { Value } from '../model/value.ts'
import { openColumns } from './coherence/open-columns.ts'
import type { Draft, DraftColumn, Workshop } from './draft.ts'
import { takes } from './keys/takes.ts'

const EVERY = 7
/** No text is longer: an index takes a third of a page at most. */
const LONGEST = 500
/** Texts that may hold anything; an e-mail address or a code may not. */
const FREE_TEXT =
  /^(text\.(words|sentence|paragraphs|letters)|content\.(?!slug)|product\.(name|description|brand)|company\.(name|slogan)|person\.(bio|job)|place\.(street|street2))/
const TEXTS: readonly string[] = [
  'x',
  'Zoë Müller-Łukasiewicz & Søn, Ærøskøbing',
  'مرحبا بالعالم، هذا نص من اليمين إلى اليسار',
  '👩‍👩‍👧‍👦 🎉 naïve 漢字かな交じり文 Ελλάδα',
  `O'Brien said "50 % off" \\ <b>not bold</b>; -- {{x}}`,
  'שלום',
  '  ',
]
const INTEGERS: Readonly<Record<string, number>> = { int2: 32_767, int4: 2_147_483_647, int8: 9_007_199_254_740_991 }
/** Leap day, the first second, the end of a century, of 32 bits, of four digits; ms since the epoch. */
const MOMENTS = [1_709_251_199_000, 0, 946_684_799_000, 2_147_483_648_000, 253_402_214_400_000]
const DAY = 86_400_000

/** Puts extremes into every seventh row, where a column accepts them and nothing else hangs on it. */
export function addEdgeCases(workshop: Workshop): void {
  if (!workshop.inputs.config.edgeCases) return
  const used = usedColumns(workshop)
  for (const draft of workshop.drafts) {
    if (draft.impossible !== null || draft.madeBy !== null || draft.listed !== undefined) continue
    let offset = 0
    for (const column of openColumns(draft)) {
      if (used.has(`${draft.id} ${column.column.name}`) || column.assets !== undefined || isPartitionKey(draft, column))
        continue
      const values = extremes(workshop, draft, column)
      if (values.length === 0) continue
      column.recipe = { kind: 'edge', every: EVERY, offset: offset++ % EVERY, values, otherwise: column.recipe }
    }
  }
}

const isPartitionKey = ({ relation }: Draft, { column }: DraftColumn): boolean =>
  relation.partitionKey !== null &&
  (relation.partitionKey.columns.includes(column.name) || relation.partitionKey.columns.includes(null))

function extremes(workshop: Workshop, draft: Draft, { recipe, study }: DraftColumn): readonly Value[] {
  const { domain, base } = study
  if (recipe.kind !== 'draw' || domain.values !== undefined) return []
  const valid = (values: readonly Value[]): Value[] =>
    values.filter((value) => takes(workshop.inputs.matches, domain, value))
  if (/^(text|varchar|citext)$/.test(base) && FREE_TEXT.test(recipe.shape) && study.encoding.kind === 'text')
    return valid(texts(domain))
  // A trigger, a generated column or a view may reckon with numbers: their extremes would overflow.
  const reckoned = draft.study.effects.length > 0 || draft.relation.columns.some(({ generated }) => generated !== null)
  if (recipe.shape === 'integer' && !reckoned && domain.step === undefined)
    return valid([domain.max ?? INTEGERS[base] ?? 32_767, domain.min ?? 0].map((one) => Math.trunc(one)))
  if ((recipe.shape === 'timestamp' || recipe.shape === 'date') && domain.step === undefined)
    return moments(workshop.inputs.now, domain).map((ms) => (recipe.shape === 'date' ? Math.floor(ms / DAY) : ms))
  return []
}

function texts(domain: Domain): readonly string[] {
  const most = Math.min(domain.maxLength ?? LONGEST, domain.maxBytes ?? LONGEST, LONGEST)
  const least = Math.max(1, domain.minLength ?? 1)
  const cased = TEXTS.map((text) =>
    domain.case === undefined ? text : domain.case === 'lower' ? text.toLowerCase() : text.toUpperCase(),
  )
  const letter = domain.case === 'upper' ? 'W' : 'w'
  return [letter.repeat(most), letter.repeat(least), ...cased].filter((text) => text.trim() !== '')
}

function moments(now: number, domain: Domain): readonly number[] {
  const least = Math.max(domain.min ?? -Infinity, domain.minNow === undefined ? -Infinity : now + domain.minNow)
  const most = Math.min(domain.max ?? Infinity, domain.maxNow === undefined ? Infinity : now + domain.maxNow)
  return MOMENTS.filter((ms) => ms >= least && ms <= most)
}

/** `table column` of all columns that others are made from, in their own row or through a link. */
function usedColumns({ drafts }: Workshop): ReadonlySet<string> {
  const used = new Set<string>()
  for (const draft of drafts) {
    const parents = new Map(draft.links.map((link) => [link.name, link.key.parent]))
    for (const { recipe, when } of draft.columns.values()) {
      for (const condition of when) {
        const names = 'columns' in condition ? condition.columns : 'column' in condition ? [condition.column] : []
        for (const name of names) used.add(`${draft.id} ${name}`)
      }
      note(recipe, draft.id, parents, used)
    }
  }
  return used
}

function note(recipe: Recipe, table: ObjectId, parents: ReadonlyMap<string, ObjectId>, used: Set<string>): void {
  if (recipe.kind === 'follow') used.add(`${parents.get(recipe.link) ?? ''} ${recipe.column}`)
  if (recipe.kind === 'match') {
    used.add(`${recipe.link === undefined ? table : parents.get(recipe.link)} ${recipe.column}`)
    for (const inner of [...recipe.cases.map((one) => one.recipe), recipe.otherwise]) note(inner, table, parents, used)
  }
  if (recipe.kind === 'derive' || recipe.kind === 'expression')
    for (const input of recipe.from)
      used.add('link' in input ? `${parents.get(input.link) ?? ''} ${input.column}` : `${table} ${input.column}`)
}
