import type { Draft, DraftColumn } from '../draft.ts'
import { openColumns } from './open-columns.ts'

/** What settings of that name hold. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  theme: ['light', 'dark', 'system'],
  locale: ['en', 'de', 'fr', 'es'],
  timezone: ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'],
  notifications: ['true', 'false'],
  page_size: ['10', '25', '50', '100'],
  date_format: ['YYYY-MM-DD', 'DD/MM/YYYY', 'MM/DD/YYYY'],
  site_name: ['Northwind Notes', 'Harbour Desk', 'Copper Lane'],
  max_upload_size: ['5', '10', '25'],
  maintenance_mode: ['false', 'false', 'true'],
  nickname: ['sunny', 'birch', 'echo', 'pepper'],
  last_seen: ['2025-01-12', '2025-02-03', '2025-03-21'],
  points: ['10', '120', '480'],
  source: ['web', 'import', 'api'],
  API_URL: ['https://api.example.com', 'https://api.example.net'],
  LOG_LEVEL: ['info', 'debug', 'warn'],
  FEATURE_SEARCH: ['on', 'off'],
  CACHE_TTL: ['60', '300', '3600'],
  MAIL_FROM: ['hello@example.com', 'support@example.com'],
}

/** The value of a setting fits its key: `theme` is dark, not 25. */
export function fitSettings(draft: Draft): void {
  const columns = [...draft.columns.values()]
  const key = columns.find(({ column, recipe }) => keysOf(recipe).length > 1 && /(key|name)$/i.test(column.name))
  const value = openColumns(draft).find(
    ({ column, recipe }) => /(^|_)value$/i.test(column.name) && recipe.kind === 'draw' && recipe.shape === 'label.kind',
  )
  if (key === undefined || value === undefined || value.study.domain.values !== undefined) return
  const most = value.study.domain.maxLength ?? Number.POSITIVE_INFINITY
  const cases = keysOf(key.recipe).map((name) => ({
    values: [name],
    recipe: { kind: 'pick' as const, values: (VALUES[name] ?? []).filter((text) => text.length <= most) },
  }))
  if (cases.some(({ recipe }) => recipe.values.length === 0)) return
  value.recipe = { kind: 'match', column: key.column.name, cases, otherwise: value.recipe }
  value.why = `as ${key.column.name} asks`
}

/** The keys that a column draws from, if all of them are known. */
function keysOf(recipe: DraftColumn['recipe']): readonly string[] {
  if (recipe.kind !== 'draw' || recipe.shape !== 'label.kind') return []
  const keys = [...new Set((recipe.options.values ?? []).map(String))]
  return keys.every((name) => Object.hasOwn(VALUES, name)) ? keys : []
}
