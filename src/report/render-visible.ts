import type { ObjectId } from '../model/name.ts'
import type { VisibleRows } from '../model/reports/report.ts'
import { printable } from './printable.ts'
import { type RenderedColumn, renderTable } from './render-table.ts'
import { spellCount } from './spell-number.ts'
import { cutMark, type Page } from './style.ts'
import { displayWidth, wrap } from './width.ts'

/** Users that are shown unless everything is asked for; `anon` comes besides. */
const USERS_SHOWN = 8
const USER_WIDTH = 30
const ANON = 'anon'

/** What users see: tables of which all see the same in a sentence, the others as users by tables, in as many pieces as the page wants. */
export function renderVisible(visible: readonly VisibleRows[], page: Page): readonly string[] {
  if (visible.length === 0) return []
  const sights = new Map(visible.map((one) => [keyOf(one.user, one.table), one]))
  const cell: Cell = (user, table) => spellSight(sights.get(keyOf(user, table)), page)
  const sees = (user: string, table: ObjectId): boolean => (sights.get(keyOf(user, table))?.rows ?? 0) > 0
  const all = [...new Set(visible.map(({ user }) => user))]
  const people = all.filter((user) => user !== ANON)
  const tables = [...new Set(visible.map(({ table }) => table))]
  const seen = tables.filter((table) => all.some((user) => sees(user, table)))
  const alike = page.verbose || people.length < 2 ? [] : seen.filter((table) => isAlike(all, table, cell, sees))
  const apart = seen.filter((table) => !alike.includes(table))
  const shown = page.verbose ? people : people.slice(0, USERS_SHOWN)
  const anon = all.filter((user) => user === ANON && apart.some((table) => sees(user, table)))
  const unseen = tables.filter((table) => !seen.includes(table))
  const same = alike.map((table) => `${printable(table)} (${cell(people[0] ?? ANON, table)})`)
  return [
    page.style.bold('Rows that users see'),
    ...renderPieces(apart, [...shown, ...anon], cell, page),
    ...hidden(apart.length === 0 ? 0 : people.length - shown.length, page),
    ...(same.length === 0
      ? []
      : indented(`Each of the ${people.length} users sees the same of ${same.join(', ')}.`, page)),
    ...(unseen.length === 0 ? [] : indented(`Nobody sees rows of ${unseen.map(printable).join(', ')}.`, page)),
  ]
}

type Cell = (user: string, table: ObjectId) => string

const keyOf = (user: string, table: ObjectId): string => JSON.stringify([user, table])

/** `12`, `1,000+`; `–` where nobody could tell or a privilege is missing. */
const spellSight = (sight: VisibleRows | undefined, { ascii }: Page): string =>
  sight === undefined || sight.rows === null ? (ascii ? '-' : '–') : `${spellCount(sight.rows)}${sight.more ? '+' : ''}`

/** Do all who signed in see the same, and the others nothing? */
function isAlike(
  users: readonly string[],
  table: ObjectId,
  cell: Cell,
  sees: (user: string, table: ObjectId) => boolean,
): boolean {
  const people = users.filter((user) => user !== ANON)
  return !sees(ANON, table) && new Set(people.map((user) => cell(user, table))).size === 1
}

function renderPieces(
  tables: readonly ObjectId[],
  users: readonly string[],
  cell: Cell,
  page: Page,
): readonly string[] {
  return piecesOf(tables, users, cell, page).flatMap((piece, at) => {
    const columns = piece.map((table): RenderedColumn => ({ title: printable(table), align: 'right' }))
    const rows = users.map((user) => [printable(user), ...piece.map((table) => cell(user, table))])
    return [...(at === 0 ? [] : ['']), ...renderTable([{ title: 'user', flexible: true }, ...columns], rows, page, 2)]
  })
}

/** Tables side by side as far as the page is wide. */
function piecesOf(tables: readonly ObjectId[], users: readonly string[], cell: Cell, page: Page): ObjectId[][] {
  const first = Math.min(USER_WIDTH, Math.max(...users.map((user) => displayWidth(printable(user)))))
  const room = page.width - 2 - first
  const pieces: ObjectId[][] = []
  let left = 0
  for (const table of tables) {
    const width = 2 + Math.max(displayWidth(printable(table)), ...users.map((user) => cell(user, table).length))
    const last = pieces.at(-1)
    if (last === undefined || width > left) {
      pieces.push([table])
      left = room - width
    } else {
      last.push(table)
      left -= width
    }
  }
  return pieces
}

const hidden = (count: number, page: Page): readonly string[] =>
  count === 0
    ? []
    : [
        page.style.dim(
          `  ${cutMark(page)} and ${count} more ${count === 1 ? 'user' : 'users'}; --verbose shows them all`,
        ),
      ]

const indented = (text: string, page: Page): readonly string[] => wrap(text, page.width - 2).map((line) => `  ${line}`)
