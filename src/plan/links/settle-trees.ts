import type { Recipe } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn, DraftLink } from '../draft.ts'
import { closureOf, DISTANCE } from './close-over-itself.ts'

const DEPTH = /^(tree_?|node_?|nesting_?)?(depth|level|lvl)$/i
const PATH = /^((tree_?|materiali[sz]ed_?|node_?|full_?)?path|ancestry)$/i
const TEXTS = /^(text|varchar|bpchar|citext)$/
/** Rows of a path at most, as far as its width is concerned. */
const DEEP = 16

/** Columns that repeat what a self reference says: how deep a row stands, and the way from its root. */
export function settleTrees(draft: Draft): void {
  const closure = closureOf(draft)
  const tree = draft.links.find(({ self, choose }) => self && choose.kind === 'earlier')
  for (const column of draft.columns.values()) {
    if (!isOpen(column)) continue
    const { name } = column.column
    if (closure !== null && DISTANCE.test(name) && isWhole(column)) {
      const whole = closure.ancestor.choose.kind === 'ancestor'
      const steps: Recipe = whole
        ? { kind: 'derive', with: 'position', from: [], options: { start: 0 } }
        : { kind: 'constant', value: 0 }
      give(column, steps, whole ? 'how far they are apart' : 'a row and itself')
    }
    if (tree === undefined) continue
    if (DEPTH.test(name) && isWhole(column))
      give(column, depthOf(column, tree), `how deep the row stands by ${tree.columns.join()}`)
    const path = PATH.test(name) ? pathOf(draft, column, tree) : null
    if (path !== null) give(column, path, `the way to the row by ${tree.columns.join()}`)
  }
}

const isOpen = ({ recipe, why }: DraftColumn): boolean =>
  why !== 'configuration' && (recipe.kind === 'draw' || recipe.kind === 'pick' || recipe.kind === 'derive')

const isWhole = ({ study }: DraftColumn): boolean =>
  /^int[248]$/.test(study.base) && study.domain.values === undefined && (study.domain.max ?? DEEP) >= DEEP

function give(column: DraftColumn, recipe: Recipe, why: string): void {
  column.recipe = recipe
  column.nulls = 0
  column.why = why
}

const depthOf = ({ study }: DraftColumn, tree: DraftLink): Recipe => ({
  kind: 'derive',
  with: 'depth',
  from: [],
  options: { link: tree.name, start: Math.max(0, study.domain.min ?? 0) },
})

/** By the key of each row: labels of an ltree, else `/1/4/9/`. */
function pathOf(draft: Draft, { study, column }: DraftColumn, tree: DraftLink): Recipe | null {
  const label = tree.key.parentColumns[0] ?? ''
  const key = draft.columns.get(label)
  const labels = study.base === 'ltree'
  if (key === undefined || key.recipe.kind === 'leave' || (!labels && !TEXTS.test(study.base))) return null
  const { patterns, values, maxLength = Number.POSITIVE_INFINITY } = study.domain
  const width = key.study.base === 'uuid' ? 37 : 8
  if ((patterns?.length ?? 0) > 0 || values !== undefined || maxLength < width * DEEP) return null
  const between: Readonly<Record<string, Value>> = labels
    ? { separator: '.', plain: true }
    : column.name.toLowerCase() === 'ancestry'
      ? { separator: '/', above: true }
      : { separator: '/', start: '/', end: '/' }
  return { kind: 'derive', with: 'path', from: [{ column: label }], options: { link: tree.name, ...between } }
}
