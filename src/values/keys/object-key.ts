import { toAscii } from '../shapes/text/to-ascii.ts'

/** What Supabase Storage takes in the name of an object. */
const REFUSED = /[^\w/!.*'() &$@=;:+,?-]+/g

/** The name that a file gets in a bucket: its path without accents, `-` for what Supabase Storage refuses. Several paths may give the same. */
export function objectKey(folder: string, path: string): string {
  const key = toAscii(path.normalize('NFC'))
    .replace(REFUSED, '-')
    .split('/')
    .map((part) => part.trim() || '-')
    .join('/')
  return folder === '' ? key : `${folder}/${key}`
}
