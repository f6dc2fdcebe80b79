import { statusesByTable, statusOwners } from '../meaning/words/statuses.ts'
import type { TableKind } from '../meaning/words/tables.ts'
import type { ReferenceList } from './reference-list.ts'

const COLUMNS = [
  'name | title | label | display name | status | status name | description | value',
  'code | key | slug | identifier | value | status code',
  'color | colour | hex color',
]
const COLORS = ['#6b7280', '#2563eb', '#16a34a', '#d97706', '#dc2626', '#7c3aed', '#0891b2', '#4b5563', '#be185d']

/** `order_statuses`: the words that the status of an order may be, in the order of its life as far as the list of words has one. */
const listFor = (owner: string, words: readonly string[]): ReferenceList => ({
  name: `${owner} statuses`,
  tables: `${owner} status | ${owner} state`,
  closed: true,
  columns: COLUMNS,
  rows: words.map((word, at) => [
    word.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()),
    word,
    COLORS[at % COLORS.length] ?? '#6b7280',
  ]),
})

const wordsOf = (kind: TableKind): readonly string[] => [
  ...new Set((statusesByTable[kind] ?? '').split('|').map((word) => word.trim())),
]

const owners: ReadonlyMap<string, TableKind> = new Map([
  ...Object.keys(statusesByTable).map((kind) => [kind, kind as TableKind] as const),
  ...Object.entries(statusOwners),
  ['issue', 'task'],
  ['ticket', 'task'],
  ['user', 'person'],
  ['employee', 'person'],
  ['customer', 'person'],
  ['member', 'person'],
  ['reservation', 'appointment'],
  ['article', 'post'],
  ['document', 'post'],
  ['project', 'group'],
  ['application', 'invitation'],
])

export const statusLists: readonly ReferenceList[] = [
  ...[...owners].map(([owner, kind]) => listFor(owner, wordsOf(kind))),
  {
    ...listFor('', ['active', 'pending', 'completed', 'archived', 'cancelled']),
    name: 'statuses',
    tables: 'status | status type | status code',
  },
]
