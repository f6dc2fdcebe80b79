import type { Flags } from '../config/flags.ts'

/** All flags of the command line: settings, and how to behave. */
export interface CommandFlags extends Flags {
  readonly allowRemote?: readonly string[]
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly everything?: boolean
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
}

export const callFlags: readonly CallFlag[] = [
  {
    flag: '--config <file>',
    description: 'Read this configuration file (default: the nearest supa-seed.config.*)',
    group: 'Contents',
  },
  {
    flag: '--allow-remote <host>',
    description: 'Write to a database that is not on this machine; names its host',
    group: 'Database',
    repeat: true,
    only: ['seed', 'cleanup', 'reset'],
  },
  {
    flag: '--dry-run',
    description: 'Show the plan and write nothing, as the command plan does',
    group: 'Run',
    only: ['seed'],
  },
  {
    flag: '--everything',
    description: "Empty the app's tables, rows of others included (local databases only)",
    group: 'Run',
    only: ['reset'],
  },
  {
    flag: '--yes',
    description: 'Answer yes to confirmations; never allows a danger or a remote database',
    group: 'Run',
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
