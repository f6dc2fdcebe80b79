import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Which database a journal belongs to. */
export interface JournalIdentity {
  /** `system_identifier` of the cluster (digits), or null where the role may not ask. */
  readonly systemId: string | null
  readonly databaseOid: number
  /** Name of the database, for people. */
  readonly database: string
}

/** Where the journal of a database lies: `<root>/.supa-seed/journal/<system id or "local">-<database oid>`. */
export function journalFolder(root: string, identity: JournalIdentity): string {
  // Only letters and digits: the name must be good on every file system, whatever a server answers.
  const system = identity.systemId?.replaceAll(/[^0-9a-zA-Z]/g, '') || 'local'
  return join(root, '.supa-seed', 'journal', `${system}-${Math.trunc(identity.databaseOid)}`)
}

/** The folder of plans in that of a journal. */
export const PLANS = 'plans'

const IGNORED = ['journal/', '*.lock']

/** Gets the folder ready to be written, and keeps journals and locks out of version control: the rest of `.supa-seed/` is meant to be committed. */
export async function makeJournalFolder(root: string, folder: string): Promise<void> {
  await mkdir(join(folder, PLANS), { recursive: true })
  const file = join(root, '.supa-seed', '.gitignore')
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.split(/\r?\n/)
  const missing = IGNORED.filter((line) => !lines.includes(line))
  if (missing.length === 0) return
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  await writeFile(file, `${text}${gap}${missing.join('\n')}\n`)
}

/** Removes the folder, and those above it up to `.supa-seed/`, as long as nothing is in them. */
export async function removeEmptyFolder(folder: string): Promise<void> {
  const above = dirname(folder)
  for (const empty of [folder, above, dirname(above)]) {
    try {
      await rmdir(empty)
    } catch {
      return
    }
  }
}
