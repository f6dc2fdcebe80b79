import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { value } from '../../config/sections/values.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Value } from '../../model/value.ts'

/** What `seed` writes down of the rows that are given, by table (as the configuration names it) and handle. */
export interface Manifest {
  readonly version: 1
  readonly seed: string
  readonly handles: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Value>>>>>>
}

const shape = z.object({
  version: z.literal(1),
  seed: z.string(),
  handles: z.record(z.string(), z.record(z.string(), z.record(z.string(), value))),
})

/** Is it what a manifest is written as? */
export function isManifest(text: string): boolean {
  try {
    return shape.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

/** A manifest, or what the file at a path from `cwd` holds. @throws SeedError `manifest-unreadable` */
export function readManifest(from: string | object, cwd: string): Manifest {
  const file = typeof from === 'string' ? from : null
  const parsed = shape.safeParse(file === null ? from : parse(file, cwd))
  if (parsed.success) return parsed.data as Manifest
  throw unreadable(file, 'it is not what supa-seed writes there')
}

function parse(file: string, cwd: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(cwd, file), 'utf8'))
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw unreadable(file, missing ? 'there is no such file' : (cause as Error).message, cause)
  }
}

const unreadable = (file: string | null, why: string, cause?: unknown): SeedError =>
  new SeedError({
    code: 'manifest-unreadable',
    message: `The manifest${file === null ? '' : ` ${file}`} cannot be read: ${why}.`,
    ...(file === null ? {} : { place: { file } }),
    next: 'Seed with manifest in the configuration, then it is written: supa-seed seed',
    cause,
  })
