import { createRequire } from 'node:module'
import type { Document } from 'yaml'
import type { Raw } from './raw.ts'

const require = createRequire(import.meta.url)

/** Anchors and aliases are allowed, as far as they do not explode. */
const MOST_ALIASES = 100

/** Reads YAML 1.2: plain data only, no tags of anybody's. */
export function parseYaml(text: string): Raw {
  const { parseDocument } = require('yaml') as typeof import('yaml')
  try {
    return plainOf(parseDocument(text, OPTIONS))
  } catch (error) {
    return { message: (error as Error).message, at: 0 }
  }
}

/** The same for each document of a file; `starts`: where they, or the items of a list, begin. */
export function parseYamlDocuments(text: string): readonly { readonly raw: Raw; readonly starts: readonly number[] }[] {
  const { parseAllDocuments, isSeq, isNode } = require('yaml') as typeof import('yaml')
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
  prettyErrors: false,
  logLevel: 'silent',
} as const

function plainOf(document: Pick<Document, 'errors' | 'toJS'>): Raw {
  const [error] = document.errors
  if (error !== undefined) return { message: error.message, at: error.pos[0] }
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown }
  } catch (thrown) {
    return { message: (thrown as Error).message, at: 0 }
  }
}
