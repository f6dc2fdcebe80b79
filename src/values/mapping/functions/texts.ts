import { excerptOf } from '../../derive/excerpt-of.ts'
import { slugOf } from '../../derive/slug.ts'
import type { Datum } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'
import { plainText, proseText } from '../markdown/plain-text.ts'
import { readMinutes } from '../markdown/read-minutes.ts'
import { shorten } from '../text/shorten.ts'
import { titleCase } from '../text/title-case.ts'
import {
  argumentError,
  countArgument,
  type MappingContext,
  type MappingFunction,
  textArgument,
} from './mapping-function.ts'

const EXCERPT = 160
const WORDS_PER_MINUTE = 200

/** A function of one text: nothing stays nothing. */
const ofText = (gives: string, change: (text: string) => Datum): MappingFunction => ({
  parameters: ['text'],
  gives,
  apply: ([given]) => {
    const text = textArgument(given)
    return text === null ? null : change(text)
  },
})

/** A function of a text and a number. */
const ofTextAndCount = (
  parameters: readonly string[],
  gives: string,
  otherwise: number,
  change: (text: string, count: number) => Datum,
): MappingFunction => ({
  parameters,
  gives,
  apply: ([given, count]) => {
    const text = textArgument(given)
    const number = countArgument(count, otherwise)
    return text === null ? null : change(text, number)
  },
})

/** Functions of texts. */
export const texts: Readonly<Record<string, MappingFunction>> = {
  slugify: ofTextAndCount(
    ['text', 'max_length?'],
    'the text in small plain letters, digits and hyphens; nothing where no such letter is in it',
    Number.POSITIVE_INFINITY,
    slug,
  ),
  calculate_read_time: ofTextAndCount(
    ['markdown', 'words_per_minute?'],
    `minutes that reading takes, at least 1 (at ${WORDS_PER_MINUTE} words each)`,
    WORDS_PER_MINUTE,
    readMinutes,
  ),
  excerpt: ofTextAndCount(
    ['markdown', 'max_length?'],
    `its first sentences without headings, lists and code, up to ${EXCERPT} characters`,
    EXCERPT,
    (text, length) => something(excerptOf(proseText(text).replace(/\s+/g, ' '), length)),
  ),
  markdown_to_text: ofText('the text without the signs of markdown', (text) => something(plainText(text))),
  markdown_to_html: {
    parameters: ['markdown', 'own_html?'],
    gives:
      "the markdown as HTML; tags of the author's own stand there as text, with `'keep'` as they are; only web addresses stay in links",
    apply: ([given, ownHtml], { outside }) => {
      const text = textArgument(given)
      if (ownHtml !== undefined && ownHtml !== 'keep' && ownHtml !== 'escape')
        throw argumentError("'escape' or 'keep'", ownHtml, "Write markdown_to_html(body, 'keep').")
      return text === null ? null : something(htmlOf(text, ownHtml ?? 'escape', outside))
    },
  },
  truncate: ofTextAndCount(
    ['text', 'length'],
    'at most so many characters, cut between words, with an ellipsis',
    EXCERPT,
    shorten,
  ),
  lower: ofText('small letters', (text) => text.toLowerCase()),
  upper: ofText('capital letters', (text) => text.toUpperCase()),
  title_case: ofText('`van-build_01` as `Van Build 01`', titleCase),
  trim: ofText('no blanks at either end', (text) => something(text.trim())),
  replace: {
    parameters: ['text', 'what', 'with'],
    gives: 'the text with one thing in place of another, everywhere',
    apply: ([given, what, instead]) => {
      const text = textArgument(given)
      const sought = textArgument(what) ?? ''
      if (text === null || sought === '') return text
      return limited(text.replaceAll(sought, () => textArgument(instead) ?? ''))
    },
  },
  concat: {
    parameters: ['...values'],
    gives: 'all of them as one text; nothing where one of them is nothing',
    apply: (given) => {
      const parts = given.map((part) => textArgument(part))
      return parts.includes(null) ? null : limited(parts.join(''))
    },
  },
}

/** Longer texts are nobody's, and functions inside each other would make them grow. */
const LONGEST = 32 * 1024 * 1024
const LONGEST_MARKDOWN = 200_000

function limited(text: string): string {
  if (text.length <= LONGEST) return text
  throw tooLong(LONGEST, text.length)
}

const tooLong = (most: number, found: number): MappingError =>
  new MappingError({
    message: 'The text is too long.',
    expected: `at most ${most} characters`,
    found: `${found}`,
    next: 'Shorten it in the file.',
  })

function htmlOf(markdown: string, ownHtml: 'escape' | 'keep', outside: MappingContext['outside']): string {
  if (markdown.length > LONGEST_MARKDOWN) throw tooLong(LONGEST_MARKDOWN, markdown.length)
  if (outside === null) return markdown
  try {
    return outside.html()(markdown, ownHtml)
  } catch {
    throw new MappingError({
      message: 'The markdown is nested too deeply.',
      expected: 'lists and quotes that a reader can follow',
      found: 'thousands inside each other',
      next: 'Mend it in the file.',
    })
  }
}

const something = (text: string): string | null => (text === '' ? null : text)

function slug(text: string, length: number): string | null {
  const made = slugOf(text, Number.isFinite(length) ? length : undefined)
  // `slugOf` has a word of its own for texts that leave nothing.
  return made === 'item' && !/item/i.test(text) ? null : made
}
