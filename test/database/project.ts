import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freshFolder } from '../support/children.ts'

type Files = Readonly<Record<string, string | Uint8Array | null>>

/** A project folder with `supabase/`, gone when the test ends. */
export interface Project {
  readonly folder: string
  readonly write: (files: Files) => void
}

export function project(files: Files): Project {
  const folder = freshFolder()
  writeProject(folder, files)
  return { folder, write: (given) => writeProject(folder, given) }
}

/** Writes files below `supabase/` of a folder; null removes one. */
export function writeProject(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'supabase', name)
    mkdirSync(dirname(path), { recursive: true })
    if (text === null) rmSync(path)
    else writeFileSync(path, text)
  }
}
