import type { Family, SignUp } from '../model/framework-study.ts'
import type { ColumnCoverage, DetectReport } from '../model/reports/detect-report.ts'
import { printable } from './printable.ts'
import { renderTable } from './render-table.ts'
import { spellCount, spellShare } from './spell-number.ts'
import type { Page } from './style.ts'

const FAMILIES: Readonly<Record<Family, string>> = {
  'makerkit-v1': 'A MakerKit kit of the first line (organizations)',
  'makerkit-turbo': 'A MakerKit Turbo kit',
  'makerkit-lite': 'A MakerKit Lite kit',
  'makerkit-v1-lite': 'A MakerKit Lite kit of the first line',
  basejump: 'A Basejump project',
  'supabase-starter': 'A Supabase project with rows that a trigger makes for every new user',
  custom: 'A Supabase project of its own kind',
  none: 'No framework',
}
/** At most so many names in a line, unless everything is shown. */
const NAMED = 12

/** What `detect` prints. */
export function renderDetect(report: DetectReport, page: Page): string {
  const { evidence, against, altered, notes, signUps, customTables, relationships, assetCompatibility, columns } =
    report
  const most = page.verbose ? Number.POSITIVE_INFINITY : NAMED
  const list = (names: readonly string[]): string =>
    `${names.slice(0, most).map(printable).join(', ')}${names.length > most ? `, … (${spellCount(names.length - most)} more)` : ''}`
  const head = [
    title(report),
    ...evidence.map((one) => `  ${page.style.dim('because of')} ${printable(one)}`),
    ...against.map((one) => `  ${page.style.dim('against it')} ${printable(one)}`),
    ...altered.slice(0, most).map((one) => `  ${page.style.dim('altered')} ${printable(one)}`),
    ...(altered.length > most ? [`  ${page.style.dim('altered')} … (${spellCount(altered.length - most)} more)`] : []),
    ...notes.map(printable),
    ...signUps.map((one) => printable(spellSignUp(one))),
    `${spellCount(customTables.length)} ${customTables.length === 1 ? 'table' : 'tables'} of its own${customTables.length === 0 ? '.' : `: ${list(customTables)}`}`,
    `${spellCount(relationships.length)} ${relationships.length === 1 ? 'relationship' : 'relationships'}.`,
    ...(assetCompatibility.length === 0
      ? []
      : [
          `Content of yours could fill: ${list(assetCompatibility.map(({ table, kinds }) => `${table} (${kinds.join(', ')})`))}`,
        ]),
  ]
  if (columns === undefined)
    return [head.join('\n'), 'Next: supa-seed detect --columns shows what every column means.'].join('\n\n')
  return [head.join('\n'), ...columnTables(columns, page), figure(columns)].join('\n\n')
}

/** `A MakerKit Turbo kit, v3 (E6).` */
function title({ family, makerkitVersion, epoch }: DetectReport): string {
  const version = [makerkitVersion, epoch === null ? null : `(${epoch})`].filter((part) => part !== null).join(' ')
  return `${FAMILIES[family]}${version === '' ? '' : `, ${version}`}.`
}

function spellSignUp({ trigger, table, columns, metadata }: SignUp): string {
  const read = metadata.length === 0 ? '' : `, reading ${metadata.join(', ')} of the user's metadata`
  return `For every new user ${trigger} inserts into ${table} (${columns.join(', ')})${read}.`
}

const columnTables = ({ tables }: ColumnCoverage, page: Page): readonly string[] =>
  tables.map(({ table, columns }) =>
    [
      page.style.bold(printable(table)),
      ...renderTable(
        [
          { title: 'column', flexible: true },
          { title: 'type', flexible: true },
          { title: 'meaning' },
          { title: 'read from' },
        ],
        columns.map(({ column, type, meaning, entity, evidence }) => [
          printable(column),
          printable(type),
          meaning === null
            ? '-'
            : `${meaning}${entity === null || !entity.includes(':') ? '' : ` (${printable(entity)})`}`,
          evidence ?? '',
        ]),
        page,
        2,
      ),
    ].join('\n'),
  )

const figure = ({ texts, meant, share }: ColumnCoverage): string =>
  texts === 0
    ? 'There are no text columns.'
    : `${spellCount(meant)} of ${spellCount(texts)} text columns (${spellShare(share)}) mean more than just text.`
