import { createRequire } from 'node:module'
import type { Document } from 'yaml'
import { placeIn } from '../formats/place-in.ts'
import { splitFrontMatter } from '../formats/split-front-matter.ts'

const require = createRequire(import.meta.url)

type Path = readonly (string | number)[]

export interface FieldPlace {
  readonly line: number
  readonly column?: number
}

/** Longer files are told by the line of the item alone: they would have to be read once more. */
const LONGEST = 1024 * 1024

/** Finds fields of one file, for messages: it is read again only when something is wrong. */
export class FieldPlaces {
  readonly #text: string
  readonly #extension: string
  #read: ((path: Path) => FieldPlace | null) | null = null

  constructor(text: string, extension: string) {
    this.#text = text
    this.#extension = extension
  }

  /** Where a field stands: the nearest that is there, of one that is missing. `item`: where its item begins, and its number in a list from 1. */
  of(path: Path, item: { readonly line: number; readonly number: number; readonly many: boolean }): FieldPlace {
    const line = { line: item.line }
    if (this.#text.length > LONGEST || /^[ct]sv$|^nd?json|^jsonl|^te?xt/.test(this.#extension)) return line
    this.#read ??= reader(this.#text, this.#extension)
    return this.#read(item.many ? [item.number - 1, ...path] : path) ?? line
  }
}

function reader(text: string, extension: string): (path: Path) => FieldPlace | null {
  if (/^(?:json|ya?ml)$/.test(extension)) return inDocument(text, text, 1)
  const front = splitFrontMatter(text)
  if (front === null || 'problem' in front) return () => null
  if (front.kind === 'toml') return (path) => inToml(front.source, path, front.firstLine)
  return inDocument(front.source, front.source, front.firstLine)
}

/** YAML, and JSON, which is YAML as well. */
function inDocument(text: string, source: string, firstLine: number): (path: Path) => FieldPlace | null {
  const { parseDocument, isMap, isPair, isScalar } = require('yaml') as typeof import('yaml')
  const document: Document = parseDocument(source, {
    logLevel: 'silent',
    strict: false,
    stringKeys: true,
    uniqueKeys: false,
  })
  const rangeAt = (path: Path): number | null => {
    const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    if (!isMap(parent))
      return (document.getIn(path, true) as { range?: readonly number[] } | undefined)?.range?.[0] ?? null
    const pair = parent.items.find(
      (one) => isPair(one) && isScalar(one.key) && String(one.key.value) === String(path.at(-1)),
    )
    return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null
  }
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const at = rangeAt(path.slice(0, length))
      if (at !== null) return placeIn(text, at, firstLine)
    }
    return { line: firstLine }
  }
}

/** The line of a key of TOML, under the table that it belongs to. */
function inToml(source: string, [key, inner]: Path, firstLine: number): FieldPlace {
  let table = ''
  for (const [i, line] of source.split('\n').entries()) {
    const head = /^\s*\[+\s*["']?([^\]"']+?)["']?\s*\]+/.exec(line)?.[1]
    if (head !== undefined) {
      table = head
      if (table === key && inner === undefined) return { line: firstLine + i, column: line.indexOf('[') + 1 }
    }
    const name = /^\s*["']?([^=\s"'.]+)["']?\s*[.=]/.exec(line)?.[1]
    if ((table === '' && name === key) || (table === key && name === String(inner)))
      return { line: firstLine + i, column: line.search(/\S/) + 1 }
  }
  return { line: firstLine }
}
