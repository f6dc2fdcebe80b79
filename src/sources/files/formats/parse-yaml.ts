import { createRequire } from 'node:module'
import type { Document } from 'yaml'
import type { Raw, RawError } from './raw.ts'

const require = createRequire(import.meta.url)

/** Anchors and aliases are allowed, as far as they do not explode. */
const MOST_ALIASES = 100
/** Brackets inside of each other. */
const DEEPEST = 400
const [SQUARE, CURLY] = [0x5b, 0x7b]
/** Blanks before a line, and signs in a line that begins with one (`- - ? -`), each of which opens a list or a mapping inside of the one before. */
const WIDEST = 200
const DEEPEST_LINE = 100
const INDENTED = new RegExp(`(?<![^\\n]) {${WIDEST}}`)
const NESTED_LINES = /(?<![^\n]) *[-?:][ \t][^\n]*/g

/** Reads YAML 1.2: plain data only, no tags of anybody's. */
export function parseYaml(text: string): Raw {
  const { parseDocument } = require('yaml') as typeof import('yaml')
  const deep = tooDeep(text)
  if (deep !== null) return deep
  try {
    return plainOf(parseDocument(text, OPTIONS))
  } catch (error) {
    return { message: (error as Error).message, at: 0 }
  }
}

/** The same for each document of a file; `starts`: where they, or the items of a list, begin. */
export function parseYamlDocuments(text: string): readonly { readonly raw: Raw; readonly starts: readonly number[] }[] {
  const { parseAllDocuments, isSeq, isNode } = require('yaml') as typeof import('yaml')
  const deep = tooDeep(text)
  if (deep !== null) return [{ raw: deep, starts: [] }]
  try {
    const documents = parseAllDocuments(text, OPTIONS)
    if (documents.length === 0) return [{ raw: { value: null }, starts: [0] }]
    return documents.map((document) => {
      const nodes: readonly unknown[] = isSeq(document.contents) ? document.contents.items : [document.contents]
      return { raw: plainOf(document), starts: nodes.map((node) => (isNode(node) ? (node.range?.[0] ?? 0) : 0)) }
    })
  } catch (error) {
    return [{ raw: { message: (error as Error).message, at: 0 }, starts: [] }]
  }
}

const OPTIONS = {
  schema: 'core',
  customTags: null,
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // The parser compares every key with every other one: `saidTwice` looks in one pass.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

function plainOf(document: Document.Parsed | Document): Raw {
  const [error] = document.errors
  if (error !== undefined) return { message: error.message, at: error.pos[0] }
  const twice = saidTwice(document)
  if (twice !== null) return twice
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown }
  } catch (thrown) {
    return { message: (thrown as Error).message, at: 0 }
  }
}

/** What lies too deep: the parser would run out of memory, or out of stack, where V8 ends the whole process when a regular expression is compiled just then. */
function tooDeep(text: string): RawError | null {
  const indented = INDENTED.exec(text)
  if (indented !== null) return { message: `Lines are indented by more than ${WIDEST}`, at: indented.index }
  for (const { 0: line, index } of text.matchAll(NESTED_LINES))
    if ((line.match(/[-?:][ \t]/g)?.length ?? 0) > DEEPEST_LINE)
      return { message: 'Too many lists are opened in one line', at: index }
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === SQUARE || code === CURLY) depth++
    // Closing brackets are two behind their opening ones.
    else if ((code === SQUARE + 2 || code === CURLY + 2) && depth > 0) depth--
    if (depth > DEEPEST) return { message: 'Too many brackets are open', at }
  }
  return null
}

/** A key that a mapping says a second time. */
function saidTwice(document: Document): RawError | null {
  const { isScalar, visit } = require('yaml') as typeof import('yaml')
  let found: RawError | null = null
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) {
          found = { message: `Map keys must be unique: ${String(key.value).slice(0, 60)}`, at: key.range?.[0] ?? 0 }
          return visit.BREAK
        }
        seen.add(key.value)
      }
      return undefined
    },
  })
  return found
}
