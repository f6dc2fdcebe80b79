import type { Flags } from '../config/flags.ts'

/** All flags of the command line: settings, and how to behave. */
export interface CommandFlags extends Flags {
  readonly allowRemote?: readonly string[]
  readonly yes?: boolean
  readonly dryRun?: boolean
  /** False after `--no-rehearsal`. */
  readonly rehearsal?: boolean
  readonly rehearse?: boolean
  readonly restore?: boolean
  /** Path of the report page. */
  readonly report?: string
  readonly everything?: boolean
  /** Folder of the demo. */
  readonly dir?: string
  /** What stands on the command line without a flag: statements of `sql`. */
  readonly argument?: string
  readonly write?: boolean
  readonly file?: string
  readonly as?: string
  readonly migrations?: boolean
  readonly columns?: boolean
  /** How `export` writes rows. */
  readonly format?: string
  /** Folder of an export. */
  readonly out?: string
  readonly check?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  /** False after `--no-color`. */
  readonly color?: boolean
}

/** A flag that is no setting: it belongs to one call and to no file. */
export interface CallFlag {
  readonly flag: string
  readonly description: string
  readonly group: string
  readonly repeat?: boolean
  /** Commands that have it; all when absent. */
  readonly only?: readonly string[]
  /** Commands that do not. */
  readonly except?: readonly string[]
}

export const callFlags: readonly CallFlag[] = [
  {
    flag: '--config <file>',
    description: 'Read this configuration file (default: the nearest supa-seed.config.*)',
    group: 'Contents',
    except: ['demo'],
  },
  {
    flag: '--remote <branch|ref|url>',
    description: 'A database elsewhere, which may then be written to (env: SUPABASE_DB_PASSWORD for a branch or ref)',
    group: 'Database',
    except: ['demo'],
  },
  {
    flag: '--workdir <folder>',
    description:
      'The folder that holds supabase/ (default: upward from here, else the only one in apps/* and packages/*)',
    group: 'Database',
    except: ['demo'],
  },
  {
    flag: '--allow-remote <host>',
    description: 'Write to a database that is not on this machine; names its host',
    group: 'Database',
    repeat: true,
    only: ['seed', 'plan', 'cleanup', 'reset', 'sql', 'base'],
  },
  {
    flag: '--dry-run',
    description: 'Show the plan and write nothing, as the command plan does',
    group: 'Run',
    only: ['seed'],
  },
  {
    flag: '--no-rehearsal',
    description: 'Write at once, without trying some rows first in a transaction that is rolled back',
    group: 'Run',
    only: ['seed'],
  },
  {
    flag: '--restore',
    description: 'Set fixtures back that the application changed, in the columns that they say',
    group: 'Run',
    only: ['seed'],
  },
  {
    flag: '--rehearse',
    description: 'Try some rows of every table in a transaction that is rolled back, as seed does before it writes',
    group: 'Run',
    only: ['plan'],
  },
  {
    flag: '--dir <folder>',
    description: 'Where the demo lives; made if it is not there (default: supa-seed-demo)',
    group: 'Run',
    only: ['demo'],
  },
  {
    flag: '--everything',
    description: "Empty the app's tables, rows of others included (local databases only)",
    group: 'Run',
    only: ['reset'],
  },
  {
    flag: '--file <file>',
    description: 'Run the statements of a file; - reads standard input',
    group: 'Run',
    only: ['sql'],
  },
  {
    flag: '--write',
    description: 'Let the statements write; without it they can only read',
    group: 'Run',
    only: ['sql'],
  },
  {
    flag: '--as <who>',
    description: 'Act as a user (e-mail address or id), anon or service_role: row-level security counts',
    group: 'Run',
    only: ['sql'],
  },
  {
    flag: '--migrations',
    description: "Apply the project's migrations as well, also to a base that is there",
    group: 'Run',
    only: ['base'],
  },
  {
    flag: '--columns',
    description: 'What every column means, where that was read from, and how many are known',
    group: 'Output',
    only: ['detect'],
  },
  {
    flag: '--format <format>',
    description: 'sql: INSERTs for any client; csv: a file for each table; copy: a script for psql (default: sql)',
    group: 'Output',
    only: ['export'],
  },
  {
    flag: '--out <folder>',
    description: 'Where the files go (default: supabase/seeds for SQL in a Supabase project, else seeds)',
    group: 'Output',
    only: ['export'],
  },
  {
    flag: '--check',
    description: 'Write nothing; exit code 1 when the files are not what would be written',
    group: 'Run',
    only: ['export'],
  },
  {
    flag: '--yes',
    description: 'Answer yes to confirmations; never allows a danger or a remote database',
    group: 'Run',
  },
  {
    flag: '--report <file>',
    description: 'Write a page to look at: the tables, how rows are shared out, sample rows, findings',
    group: 'Output',
    only: ['seed', 'demo'],
  },
  { flag: '--json', description: 'One JSON document on standard output, all else on standard error', group: 'Output' },
  { flag: '--quiet', description: 'Only errors and warnings', group: 'Output' },
  {
    flag: '--verbose',
    description: 'Everything: nothing is cut or shortened; errors with their stack',
    group: 'Output',
  },
  { flag: '--no-color', description: 'No colours (NO_COLOR does the same)', group: 'Output' },
]
