import { createRequire } from 'node:module'
import { Command, Option } from 'commander'
import { settingFlags } from '../config/flags.ts'
import { type CommandFlags, callFlags } from './command-flags.ts'

/** A command as help shows it. */
interface Description {
  readonly name: string
  readonly summary: string
  readonly examples: readonly (readonly [command: string, meaning: string])[]
}

const commands: readonly Description[] = [
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
    name: 'status',
    summary: 'Show which rows of supa-seed are there; nothing is written',
    examples: [['supa-seed status --json', 'exit code 1 when rows are missing or a run is unfinished']],
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
]

const EXAMPLES: Description['examples'] = [
  ['supa-seed plan', 'see what would be written, and why'],
  ['supa-seed seed', 'fill every empty table of the app'],
  ['supa-seed status', 'see what is there'],
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
  for (const { name, summary, examples } of commands) {
    const command = program
      .command(name)
      .description(summary)
      .addHelpOption(new Option('-h, --help', 'Show this help').helpGroup('Output:'))
      .addHelpText('after', `\nExamples:\n${spell(examples)}`)
    for (const option of optionsOf(name)) command.addOption(option)
    command.action((flags: CommandFlags) => execute(name, flags))
  }
  return program
}

const version = (): string => (createRequire(import.meta.url)('../../package.json') as { version: string }).version

function spell(examples: Description['examples']): string {
  const width = Math.max(...examples.map(([command]) => command.length))
  return examples.map(([command, meaning]) => `  ${command.padEnd(width)}  ${meaning}`).join('\n')
}

/** Settings first, as the schema has them, then what belongs to this call only. */
function optionsOf(command: string): readonly Option[] {
  const settings = settingFlags().map((one) => {
    const notes = [
      one.default === '' ? null : `default: ${one.default}`,
      one.env === null ? null : `env: ${one.env}`,
      one.repeat ? 'repeatable' : null,
    ]
    const known = notes.filter((note) => note !== null)
    const text = known.length === 0 ? one.description : `${one.description} (${known.join('; ')})`
    return option(`${one.flag} ${one.argument}`, text, one.group, one.repeat)
  })
  const own = callFlags
    .filter(({ only }) => only?.includes(command) ?? true)
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
