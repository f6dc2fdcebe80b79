import type { Value } from '../../model/value.ts'
import { convert } from '../convert.ts'
import { toText } from '../encode.ts'
import type { InputReader } from '../input.ts'
import type { Frame } from '../rows/frame.ts'
import { type Deriver, type DeriveSite, numberOption, textOption } from './deriver.ts'
import { excerptOf } from './excerpt-of.ts'
import { slugOf } from './slug.ts'

/** The first input that is not NULL. */
export const copy: Deriver = (site) => (frame) => {
  for (const input of site.inputs) {
    const value = input.read(frame)
    if (value !== null) return input.encoding === null ? value : convert(value, input.encoding, site.encoding)
  }
  return null
}

/** The first input as a slug within `maxLength`. */
export const slug: Deriver = (site) => ofFirst(site, (text) => slugOf(text, numberOption(site, 'maxLength')))

/** The first sentences within `maxLength` (160); where already the first is longer, its first words and an ellipsis. */
export const excerpt: Deriver = (site) => {
  const maxLength = numberOption(site, 'maxLength') ?? 160
  return ofFirst(site, (text) => {
    const plain = text
      .replace(/<[^>]*>|[#*_`>]+/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    return excerptOf(plain, maxLength)
  })
}

export const lower: Deriver = (site) => ofFirst(site, (text) => text.toLowerCase())
export const upper: Deriver = (site) => ofFirst(site, (text) => text.toUpperCase())
export const trim: Deriver = (site) => ofFirst(site, (text) => text.replace(/^ +| +$/g, ''))

/** First letters of the words, in capitals. */
export const initials: Deriver = (site) => {
  const maxLength = numberOption(site, 'maxLength')
  return ofAll(site, (texts) => {
    const letters = texts.flatMap((text) => text.split(/[\s-]+/)).map((word) => [...word][0] ?? '')
    return letters.join('').toUpperCase().slice(0, maxLength)
  })
}

/** All inputs that are not NULL, one after the other, with `separator` between them. */
export const concat: Deriver = (site) => {
  const separator = textOption(site, 'separator') ?? ''
  return ofAll(site, (texts) => texts.join(separator).slice(0, numberOption(site, 'maxLength')))
}

/** The parts one after the other; NULL where one of them is. */
export const format: Deriver = (site) => {
  const parts = site.options.parts as readonly (string | readonly number[])[]
  const readers = parts.map((part) =>
    typeof part === 'string' ? part : part.flatMap((index) => site.inputs[index] ?? []),
  )
  return (frame) => {
    let text = ''
    for (const reader of readers) {
      const part = typeof reader === 'string' ? reader : firstText(reader, frame)
      if (part === null) return null
      text += part
    }
    return text
  }
}

function firstText(inputs: readonly InputReader[], frame: Frame): string | null {
  for (const input of inputs) {
    const value = input.read(frame)
    if (value !== null) return textOf(value, input)
  }
  return null
}

/** Characters of the first input, or items of a list. */
export const length: Deriver = (site) => (frame) => {
  const [input] = site.inputs
  const value = input?.read(frame) ?? null
  if (input === undefined || value === null) return null
  return Array.isArray(value) ? value.length : [...textOf(value, input)].length
}

/** A link under a reserved domain (RFC 2606), or under the option `base`, with the first input as its last part. */
export const url: Deriver = (site) => {
  const base = textOption(site, 'base') ?? 'https://example.com/'
  return ofFirst(site, (text) => `${base}${encodeURIComponent(slugOf(text, undefined))}`)
}

function ofFirst(site: DeriveSite, change: (text: string) => string): (frame: Frame) => Value {
  const [input] = site.inputs
  if (input === undefined) return () => null
  return (frame) => {
    const value = input.read(frame)
    return value === null ? null : change(textOf(value, input))
  }
}

/** NULL where all inputs are. */
function ofAll(site: DeriveSite, change: (texts: string[]) => string): (frame: Frame) => Value {
  return (frame) => {
    const texts: string[] = []
    for (const input of site.inputs) {
      const value = input.read(frame)
      if (value !== null) texts.push(textOf(value, input))
    }
    return texts.length === 0 ? null : change(texts)
  }
}

const textOf = (value: Exclude<Value, null>, input: InputReader): string =>
  typeof value === 'string' ? value : (toText(value, input.encoding ?? { kind: 'text' }) as string)
