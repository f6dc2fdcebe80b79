import type { Rows } from '../../values/rows/rows.ts'
import type { Prepared } from '../planning/prepare.ts'
import type { Session } from '../session.ts'
import { gatherHandles } from './gather-handles.ts'
import { manifestFile, writeManifest } from './write-manifest.ts'

/** Writes the rows that are given into the file that the configuration names for it; nothing where it names none. */
export async function keepManifest(session: Session, prepared: Prepared, rows: Rows): Promise<void> {
  const file = await manifestFile(session)
  if (file !== null) await writeManifest(file, await gatherHandles(session, prepared, rows))
}
