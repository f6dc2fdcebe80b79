import { type Finding, finding } from '../../model/finding.ts'
import type { PlannedFile } from './planned-files.ts'

interface Limits {
  readonly fileSizeLimit: number | null
  readonly allowedMimeTypes: readonly string[] | null
}

/** Files that a bucket would refuse. */
export function uploadProblems(files: readonly PlannedFile[], limits: Limits): Finding[] {
  return files.flatMap((file) => {
    const { pool, wish, asset } = file
    const { size, type } = asset.file
    const place = { path: `assetPools.${pool}`, file: file.source }
    const { fileSizeLimit, allowedMimeTypes } = limits
    if (fileSizeLimit !== null && size > fileSizeLimit)
      return [
        finding('file-too-large', 'error', place, `${file.source} is larger than the bucket ${wish.bucket} takes.`, {
          expected: `at most ${fileSizeLimit} bytes`,
          found: `${size} bytes`,
          next: 'Make it smaller, raise the limit of the bucket, or take the file out of the pool.',
        }),
      ]
    if (allowedMimeTypes !== null && !takesType(allowedMimeTypes, type))
      return [
        finding(
          'file-type-refused',
          'error',
          place,
          `${file.source} is of a type that the bucket ${wish.bucket} does not take.`,
          {
            expected: allowedMimeTypes.join(', '),
            found: type,
            next: 'Allow the type in the bucket, or take the file out of the pool.',
          },
        ),
      ]
    return []
  })
}

/** `image/*` takes every image. */
export const takesType = (all: readonly string[], type: string): boolean => all.some((allowed) => takes(allowed, type))

const takes = (allowed: string, type: string): boolean =>
  allowed === '*/*' || allowed === type || (allowed.endsWith('/*') && type.startsWith(allowed.slice(0, -1)))
