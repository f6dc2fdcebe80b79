import { type Finding, finding } from '../../model/finding.ts'
import type { LocaleWords } from '../../model/locale-words.ts'
import { mapDraws } from '../../model/map-draws.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'
import type { Inputs } from '../draft.ts'

/** The words that the recipes of the tables name. Those of rows that are there count before those of today. */
export function localesOf(tables: readonly TablePlan[], { past, locales = {} }: Inputs): Pick<Plan, 'locales'> {
  const used = [...usedIn(tables).keys()].sort()
  if (used.length === 0) return {}
  const words = { ...locales, ...past.locales }
  return { locales: Object.fromEntries(used.flatMap((code) => (words[code] ? [[code, words[code]]] : []))) }
}

const PROSE =
  /^(text\.(sentence|paragraphs)|content\.|person\.(job|bio)|company\.|product\.(name|description|category))/

/** What there is nothing of in a language, and what is used instead: one finding for each language. */
export function tellLocales(tables: readonly TablePlan[], { locales = {} }: Pick<Plan, 'locales'>): readonly Finding[] {
  const prose = tables.some(({ columns }) => columns.some(({ recipe }) => hasShape(recipe, PROSE)))
  return Object.values(locales).flatMap((words: LocaleWords): Finding[] => {
    const gone = [...words.missing, ...(prose && !words.code.startsWith('en') ? (['prose'] as const) : [])]
    if (gone.length === 0) return []
    return [
      finding(
        'locale-fallback',
        // Not even names: the tag is a slip, as a rule.
        words.missing.includes('names') ? 'warning' : 'info',
        { path: 'locale' },
        gone.map((one) => `${one} in ${words.code}: not available, en is used`).join('; '),
        { next: 'Bring your own texts with fixtures, asset pools or { oneOf } where they matter.' },
      ),
    ]
  })
}

function hasShape(recipe: TablePlan['columns'][number]['recipe'], shape: RegExp): boolean {
  let found = false
  mapDraws(recipe, (draw) => {
    found ||= shape.test(draw.shape)
    return draw
  })
  return found
}

function usedIn(tables: readonly TablePlan[]): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { columns } of tables)
    for (const { recipe, made } of columns)
      for (const one of [recipe, ...(made === undefined ? [] : [made.recipe])])
        mapDraws(one, (draw) => {
          if (draw.locale !== undefined) used.add(draw.locale)
          return draw
        })
  return used
}
