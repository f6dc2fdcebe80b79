import { SeedError } from '../../model/seed-error.ts'

const NEXT = 'Run the command again: it looks at the files anew.'

/** A file that is not as it was when it was looked at. */
export const changedContent = (file: string): SeedError =>
  new SeedError({
    code: 'asset-changed',
    message: `${file} has changed since the files were looked at, while the command was at work.`,
    place: { file },
    expected: 'the file as it was',
    found: 'another content',
    next: NEXT,
  })

export const missingContent = (file: string, cause: unknown): SeedError =>
  new SeedError({
    code: 'asset-missing',
    message: `${file} was there when the files were looked at, and cannot be read any more (${(cause as NodeJS.ErrnoException).code}).`,
    place: { file },
    expected: 'the file as it was',
    found: 'no such file',
    next: NEXT,
    cause,
  })
