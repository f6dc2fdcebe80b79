import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset, AssetFile, AssetSheet } from '../../model/assets/assets.ts'
import { bodyOf, type LookedAt } from './body-of.ts'
import { decodeText } from './decode-text.ts'
import { factsOf } from './facts-of.ts'
import type { Content } from './formats/content.ts'
import { type Reading, TEXT_FORMATS } from './formats/formats.ts'
import { identitiesOf } from './identities-of.ts'
import { readImageItem } from './images/read-image-item.ts'
import type { Sidecars } from './images/sidecars.ts'
import { type PlacedProblem, type Problem, placed, spoils } from './problem.ts'
import { readBytes } from './read-bytes.ts'
import { FieldPlaces } from './rules/place-of-field.ts'
import { brokenRules, type Rules } from './rules/rules.ts'
import { readSheet } from './sheets/read-sheet.ts'
import { shortened } from './shortened.ts'

/** Bytes of a file whose text is read, and of one that is only looked at. */
const LARGEST_TEXT = 16 * 1024 * 1024
/** Lines of a file whose records are held, and the files that have some. */
const MOST_LINES = 200_000
const LINES = /^(?:csv|tsv|jsonl|ndjson)$/
const LARGEST = 1024 * 1024 * 1024

/** What a file gives: its items, and what is wrong with it. `place`: its path from the root, and line and column. */
export interface ReadItems {
  readonly items: readonly Asset[]
  /** Instead of items, of a file that is too large to be held. */
  readonly sheet?: AssetSheet | null
  readonly problems: readonly PlacedProblem[]
}

/** How the files of a pool are read. */
export type PoolReading = Reading & {
  readonly sidecars: Sidecars
  readonly rules: Rules | null
  /** May files be read that are too large to be held? */
  readonly sheets: boolean
}

/** Reads one file; never throws because of what is in it. `base`: the folder of the pool; both paths are from the root. */
export async function readItems(root: string, base: string, file: string, reading: PoolReading): Promise<ReadItems> {
  const told = (problems: readonly Problem[]) => placed(file, problems)
  try {
    const path = base === '' ? file : file.slice(base.length + 1)
    const parse = TEXT_FORMATS.get(factsOf(path, 0).extension)
    if (parse === undefined) return await wholeFile(root, path, file, reading.sidecars)
    const { size, bytes } = readBytes(join(root, file), LARGEST_TEXT)
    const facts = factsOf(path, size)
    if (bytes === null) return await largeFile(root, file, facts, reading, tooLarge(size, LARGEST_TEXT))
    const lines = LINES.test(facts.extension) ? linesOf(bytes) : 0
    if (lines > MOST_LINES) return await largeFile(root, file, facts, reading, tooMany(lines))
    const decoded = decodeText(bytes, /^[ct]sv$/.test(facts.extension))
    if ('problem' in decoded) return { items: [], problems: told([decoded.problem]) }
    const { value, problems } = parse(decoded.text, reading)
    const noted = decoded.note === null ? problems : [decoded.note, ...problems]
    const contents = value ?? []
    const items = assets(contents, facts, { root, file, digest: sha256(bytes), reading })
    if (reading.rules === null) return { items, problems: told(noted) }
    const places = new FieldPlaces(decoded.text, facts.extension)
    const broken = contents.map((one) => brokenRules(one, reading.rules as Rules, places))
    const kept = items.filter((_, i) => !broken[i]?.some(spoils))
    return { items: kept, problems: told([...noted, ...shortened(broken.flat())]) }
  } catch (error) {
    return { items: [], problems: told([unreadable(error)]) }
  }
}

/** Its records are read one by one, where it has some. */
async function largeFile(
  root: string,
  file: string,
  facts: AssetFile,
  { csv, sheets }: Pick<Reading, 'csv'> & { readonly sheets: boolean },
  refused: Problem,
): Promise<ReadItems> {
  const read = sheets ? await readSheet(root, file, facts, csv) : null
  if (read === null) return { items: [], problems: placed(file, [refused]) }
  return { items: [], sheet: read.sheet, problems: placed(file, read.problems) }
}

function assets(contents: readonly Content[], facts: AssetFile, looked: Omit<LookedAt, 'extension'>): Asset[] {
  const { file, digest } = looked
  const identities = identitiesOf(facts.path, contents)
  return contents.map(({ frontmatter, body, json, csv, many, line }, i) => {
    const item = {
      identity: identities[i] as string,
      digest: many ? sha256(JSON.stringify(csv ?? json ?? body)) : digest,
      file: facts,
      place: many ? `${file}:${line}` : file,
      frontmatter,
      json,
      csv,
      image: null,
    }
    if (many || body === null) return { ...item, body }
    const { extension } = facts
    return {
      ...item,
      get body() {
        return bodyOf({ ...looked, extension }, LARGEST_TEXT)
      },
    }
  })
}

/** A file that is one item without a text: a picture, or something that is not looked into. */
async function wholeFile(root: string, path: string, file: string, sidecars: Sidecars): Promise<ReadItems> {
  const { size } = await stat(join(root, file))
  if (size > LARGEST) return { items: [], problems: placed(file, [tooLarge(size, LARGEST)]) }
  const facts = factsOf(path, size)
  const digest = await digestOf(join(root, file))
  if (!isImage(facts)) return { items: [plainFile(facts, file, digest)], problems: [] }
  const { item, problems } = await readImageItem(root, file, facts, { digest, sidecars })
  return { items: item === null ? [] : [{ ...plainFile(facts, file, digest), ...item }], problems }
}

const isImage = ({ type }: AssetFile): boolean => type.startsWith('image/')

const plainFile = (facts: AssetFile, file: string, digest: string): Asset => ({
  identity: facts.path,
  digest,
  file: facts,
  place: file,
  frontmatter: null,
  body: null,
  json: null,
  csv: null,
  image: null,
})

const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex')

/** Of a file that may be too large to hold. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

function linesOf(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) count++
  return count
}

const tooMany = (lines: number): Problem => ({
  line: null,
  message: 'The file has too many lines to be held.',
  expected: `at most ${MOST_LINES} lines, where items are selected, uploaded or held against rules`,
  found: `${lines} lines`,
  next: 'Cut it into smaller files, or take it out of the pool with a pattern that begins with !.',
})

const tooLarge = (size: number, most: number): Problem => ({
  line: null,
  message: 'The file is too large.',
  expected: `at most ${most} bytes`,
  found: `${size} bytes`,
  next: 'Cut it into smaller files, or take it out of the pool with a pattern that begins with !.',
})

function unreadable(error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException
  return {
    line: null,
    message: `The file cannot be read (${code ?? message}).`,
    expected: 'a file that can be read',
    found: code ?? 'an error',
    next: 'Make it readable, or take it out of the pool with a pattern that begins with !.',
  }
}
