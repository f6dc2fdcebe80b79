import { z } from 'zod'
import { setting } from '../setting.ts'

/** A path that stays below the folder it starts from, as it is written. */
const isInside = (path: string): boolean =>
  !/^([/\\]|[a-z]:)/i.test(path) && !path.split(/[/\\]/).includes('..') && !path.includes('\0')

/** What tests read. */
export const manifest = {
  manifest: setting(
    z
      .string()
      .refine(
        (path) => isInside(path) && /[^/\\]\.json$/.test(path),
        'a .json file in the folder of the configuration',
      ),
    {
      description: 'File that seed writes the rows that are given into, with their keys: for tests',
      examples: ['./e2e/seeded.json'],
      group: 'Run',
      otherwise: 'none',
    },
  ),
}
