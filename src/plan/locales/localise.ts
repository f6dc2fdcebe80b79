import type { Portion } from '../../model/config.ts'
import type { LocaleWords } from '../../model/locale-words.ts'
import { mapDraws } from '../../model/map-draws.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import type { Dealt, Draw, Recipe } from '../../model/recipe.ts'
import type { Draft, Workshop } from '../draft.ts'

/** Shapes that differ from one language or country to another. */
const LOCAL =
  /^(person\.(first|last|middle|full|prefix|initials|email|username|phone|avatar)|place\.\w+|commerce\.currency)$/

/** In which languages the rows of a table are, and which row decides. */
interface Spoken {
  readonly shares: readonly Portion[]
  readonly by?: NonNullable<Dealt['by']>
  readonly from: number
}

/** The table with names and places of the languages that were asked for. Rows of one person are in one language: a profile is in that of its user. */
export function localise(workshop: Workshop, draft: Draft, table: TablePlan): TablePlan {
  const spoken = spokenIn(workshop, draft, table, [])
  if (spoken === null) return table
  const { locales = {} } = workshop.inputs
  const hasSigns = spoken.shares.every(({ name }) => isAtHome(locales[name]))
  return {
    ...table,
    columns: table.columns.map(
      (column): ColumnPlan => ({
        ...column,
        recipe: inLanguages(hasSigns ? withSign(column) : column.recipe, spoken),
        ...(column.made === undefined
          ? {}
          : { made: { ...column.made, recipe: inLanguages(column.made.recipe, spoken) } }),
      }),
    ),
  }
}

function spokenIn(workshop: Workshop, draft: Draft, table: TablePlan, seen: readonly Draft[]): Spoken | null {
  const { config, study } = workshop.inputs
  const own = draft.scope.wish?.locales ?? (study.auth?.users === draft.id ? usersLocales(workshop) : null)
  const from = draft.given.filter(({ row }) => row < draft.rows).length
  if (own !== null) return { shares: own, from }
  const link = draft.links.find(({ name }) => name === personLink(table))
  const { parent } = link ?? {}
  if (link !== undefined && parent && !seen.includes(parent)) {
    const above = spokenIn(workshop, parent, table, [...seen, draft])
    const [column] = link.columns
    if (above !== null && column !== undefined) return { ...above, by: { name: link.name, column } }
  }
  return config.locales === null ? null : { shares: config.locales, from }
}

/** What is said of users: a tag stands for names as well. */
const usersLocales = ({ inputs }: Workshop): readonly Portion[] | null => {
  const { locales = [] } = inputs.config.users ?? {}
  return locales.length === 0
    ? null
    : locales.map((tag) => ({ name: tag.replaceAll('-', '_'), amount: 1 / locales.length }))
}

/** The link by which rows speak of the person of a parent. */
function personLink({ columns }: TablePlan): string | undefined {
  let found: string | undefined
  for (const { recipe } of columns)
    mapDraws(recipe, (draw) => {
      if (draw.entity?.name === 'person') found ??= draw.entity.link
      return draw
    })
  return found
}

function inLanguages(recipe: Recipe, { shares, by, from }: Spoken): Recipe {
  const last = shares.at(-1)
  if (last === undefined || !isLocal(recipe)) return recipe
  const otherwise = inLanguage(recipe, last.name)
  if (shares.length === 1) return otherwise
  const cases = shares.slice(0, -1).map(({ name, amount }) => ({ amount, recipe: inLanguage(recipe, name) }))
  return { kind: 'dealt', from, cases, otherwise, ...(by === undefined ? {} : { by }) }
}

/** A sign stands beside the currency of the country. */
const SIGN = /(^|_)currency_?(symbol|sign)$/i

/** Is its country known, with what belongs to it? */
const isAtHome = (words: LocaleWords | undefined): boolean =>
  words !== undefined && words.country !== null && !words.missing.includes('addresses')

/** The sign of a currency as a draw, so that it is settled with the rest. */
function withSign({ name, recipe, why }: ColumnPlan): Recipe {
  const free = (recipe.kind === 'draw' || recipe.kind === 'pick') && recipe.unique === undefined
  if (!SIGN.test(name) || !free || why === 'configuration') return recipe
  return { kind: 'draw', shape: 'commerce.currency', options: { maxLength: 2 } }
}

const inLanguage = (recipe: Recipe, locale: string): Recipe =>
  mapDraws(recipe, (draw) => (LOCAL.test(draw.shape) && isEnglishAnywhere(draw) ? ({ ...draw, locale } as Draw) : draw))

/** Nobody has settled its language. */
const isEnglishAnywhere = ({ locale }: Draw): boolean => locale === undefined

function isLocal(recipe: Recipe): boolean {
  let local = false
  mapDraws(recipe, (draw) => {
    local ||= LOCAL.test(draw.shape)
    return draw
  })
  return local
}
