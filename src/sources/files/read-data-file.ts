import { join } from 'node:path'
import { decodeText } from './decode-text.ts'
import { parseYaml } from './formats/parse-yaml.ts'
import { placeIn } from './formats/place-in.ts'
import { readBytes } from './read-bytes.ts'

/** More bytes than this nobody writes by hand. */
const LARGEST = 1_048_576

/** What a file of YAML or JSON holds, or why it cannot be read. */
export type DataFile = { readonly value: unknown } | { readonly message: string; readonly place: string }

/** Reads YAML, and JSON, which is YAML as well: plain data, aliases as far as they do not explode. `file`: from `root`. */
export function readDataFile(root: string, file: string): DataFile {
  const { size, bytes } = readBytes(join(root, file), LARGEST)
  if (bytes === null) return { message: `It has ${size} bytes; at most ${LARGEST} are read`, place: file }
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return { message: decoded.problem.message, place: file }
  const read = parseYaml(decoded.text)
  if ('value' in read) return { value: read.value }
  const { line } = placeIn(decoded.text, read.at)
  return { message: read.message, place: `${file}:${line}` }
}
