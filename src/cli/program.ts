import { Command, Option } from 'commander'
import { settingFlags } from '../config/flags.ts'
import { version } from '../version.ts'
import { type CommandFlags, callFlags } from './command-flags.ts'

/** A command as help shows it. */
interface Description {
  readonly name: string
  readonly summary: string
  readonly examples: readonly (readonly [command: string, meaning: string])[]
  /** What it takes without a flag. */
  readonly argument?: readonly [name: string, description: string]
  /** Settings that matter, where not all do: those that name the database, for what plans nothing, or none. */
  readonly settings?: 'database' | 'none'
}

const commands: readonly Description[] = [
  {
    name: 'demo',
    summary: 'See it work, without a database of yours: a lively application in a folder, on an embedded database',
    settings: 'none',
    examples: [
      ['supa-seed demo', 'in the folder supa-seed-demo'],
      ['supa-seed demo --report demo.html', 'with a page to look at'],
      ['supa-seed demo --json', 'folder, report and checks for scripts'],
    ],
  },
  {
    name: 'seed',
    summary: 'Fill the database: every empty table, or what the configuration names',
    examples: [
      ['supa-seed seed', 'fill every empty table of the app'],
      ['supa-seed seed --rows 1000 --seed demo', '1,000 rows each, the same ones every time'],
      ['supa-seed seed --rows orders=5000 --only orders', 'fill one table and no other'],
      ['supa-seed seed --embedded --json', 'into an embedded database, with a report for scripts'],
    ],
  },
  {
    name: 'plan',
    summary: 'Show what seed would write and why, with sample rows; nothing is written',
    examples: [
      ['supa-seed plan', 'all tables'],
      ['supa-seed plan --only orders --verbose', 'one table, nothing cut'],
    ],
  },
  {
    name: 'detect',
    summary: 'Tell what kind of schema it is, and what its columns mean; nothing is written',
    settings: 'database',
    examples: [
      ['supa-seed detect', 'family, own tables, relationships'],
      ['supa-seed detect --columns', 'what every column means, and how many are known'],
      ['supa-seed detect --json', 'for scripts'],
    ],
  },
  {
    name: 'status',
    summary: 'Show which rows of supa-seed are there; nothing is written',
    examples: [['supa-seed status --json', 'exit code 1 when rows are missing or a run is unfinished']],
  },
  {
    name: 'verify',
    summary:
      'Check that all that was promised is there and works: rows, keys, sign-ins, what users see; nothing is written',
    examples: [
      ['supa-seed verify', 'exit code 1 when a check fails, 2 when nothing was seeded'],
      ['supa-seed verify --json', 'checks, rows that each user sees, findings'],
      ['supa-seed verify --allow policies-changed', 'after a migration of yours that changed them'],
    ],
  },
  {
    name: 'cleanup',
    summary: 'Remove exactly what was seeded, in one transaction',
    examples: [['supa-seed cleanup --yes', 'without asking']],
  },
  {
    name: 'reset',
    summary: 'Restore the seeded rows, in one transaction',
    examples: [
      ['supa-seed reset --only orders', 'one table, others stay as they are'],
      ['supa-seed reset --everything --yes', "empty the app's tables, reference data kept"],
    ],
  },
  {
    name: 'export',
    summary: 'Write what seed would write into files: seeds that the Supabase CLI runs, CSV, or a script for psql',
    examples: [
      ['supa-seed export', 'supabase/seeds/*.sql, for supabase db reset and preview branches'],
      ['supa-seed export --check', 'exit code 1 when they are not what configuration and migrations give'],
      ['supa-seed export --format csv --out data', 'one file for each table'],
    ],
  },
  {
    name: 'sql',
    summary: 'Ask the database: statements in one transaction that only reads, unless --write',
    argument: ['[statements]', 'What to run; - reads standard input'],
    settings: 'database',
    examples: [
      ['supa-seed sql "select * from posts limit 5"', 'of what seed would fill'],
      ['supa-seed sql --as ada@example.com "table posts"', 'only what this user may see'],
      ['supa-seed sql --file check.sql --json', 'a file, for scripts'],
      ['supa-seed sql --write "delete from drafts"', 'change something'],
    ],
  },
  {
    name: 'base',
    summary: 'Lay a Supabase-shaped base (roles, auth, storage, stand-ins) on an empty PostgreSQL',
    settings: 'database',
    examples: [
      ['supa-seed base --db-url $URL --migrations', 'for CI without Docker: the base and your tables'],
      ['supa-seed base --embedded', 'an embedded database has it from the start'],
    ],
  },
]

const EXAMPLES: Description['examples'] = [
  ['supa-seed demo', 'see it work, without a database of yours'],
  ['supa-seed plan', 'see what would be written, and why'],
  ['supa-seed seed', 'fill every empty table of the app'],
  ['supa-seed status', 'see what is there'],
  ['supa-seed verify', 'check that it works: keys, sign-ins, row-level security'],
  ['supa-seed cleanup', 'remove it again'],
]

const EXIT_CODES = `Exit codes:
  0    all that the shown plan promised is there
  1    something promised is missing
  2    nothing was written: usage, configuration, connection, refused
  130  interrupted; seed goes on from there`

/** How the command line is read. `execute` does the work of a command. */
export function buildProgram(
  io: { readonly columns: number; out(text: string): void },
  execute: (command: string, flags: CommandFlags) => Promise<void>,
): Command {
  const program = new Command('supa-seed')
    .description('Fills a Postgres or Supabase database with realistic, coherent, repeatable data.')
    .version(version(), '--version', 'Show the version')
    .helpOption('-h, --help', 'Show this help')
    .helpCommand('help [command]', 'Show the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(100, io.columns),
    })
    .addHelpText('after', `\nExamples:\n${spell(EXAMPLES)}\n\n${EXIT_CODES}`)
  for (const { name, summary, examples, argument, settings } of commands) {
    const command = program
      .command(name)
      .description(summary)
      .addHelpOption(new Option('-h, --help', 'Show this help').helpGroup('Output:'))
      .addHelpText('after', `\nExamples:\n${spell(examples)}`)
    if (argument) command.argument(...argument)
    for (const option of optionsOf(name, settings)) command.addOption(option)
    command.action((...given: readonly unknown[]) => execute(name, flagsOf(given, argument !== undefined)))
  }
  return program
}

/** The command line hands over arguments, then flags. */
function flagsOf(given: readonly unknown[], argument: boolean): CommandFlags {
  if (!argument) return given[0] as CommandFlags
  const [text, flags] = given as [string | undefined, CommandFlags]
  return text === undefined ? flags : { ...flags, argument: text }
}

function spell(examples: Description['examples']): string {
  const width = Math.max(...examples.map(([command]) => command.length))
  return examples.map(([command, meaning]) => `  ${command.padEnd(width)}  ${meaning}`).join('\n')
}

/** Settings first, as the schema has them, then what belongs to this call only. */
function optionsOf(command: string, wanted: Description['settings']): readonly Option[] {
  const relevant = settingFlags().filter(
    ({ group }) => wanted === undefined || (wanted === 'database' && group === 'Database'),
  )
  const settings = relevant.map((one) => {
    const notes = [
      one.default === '' ? null : `default: ${one.default}`,
      one.env === null ? null : `env: ${one.env}`,
      one.repeat ? 'repeatable' : null,
    ]
    const known = notes.filter((note) => note !== null)
    const text = known.length === 0 ? one.description : `${one.description} (${known.join('; ')})`
    return option(`${one.flag} ${one.argument}`.trim(), text, one.group, one.repeat)
  })
  const own = callFlags
    .filter(({ only, except }) => (only?.includes(command) ?? true) && !except?.includes(command))
    .map(({ flag, description, group, repeat }) => option(flag, description, group, repeat ?? false))
  const groups = ['Database', 'Contents', 'Scope', 'Run', 'Output'].map((group) => `${group}:`)
  return [...settings, ...own].sort(
    (a, b) => groups.indexOf(a.helpGroupHeading ?? '') - groups.indexOf(b.helpGroupHeading ?? ''),
  )
}

function option(flags: string, text: string, group: string, repeat: boolean): Option {
  const made = new Option(flags, text).helpGroup(`${group}:`)
  return repeat
    ? made.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    : made
}
