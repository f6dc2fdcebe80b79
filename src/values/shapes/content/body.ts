import type { ShapeOptions } from '../../../model/shapes.ts'
import type { Draws } from '../../shape-maker.ts'
import { bodyLists, closingTemplates, headingTemplates, middleTemplates, openingTemplates } from '../../words/bodies.ts'
import { phrases } from '../text/phrases.ts'
import { proseStyle } from '../text/styles.ts'
import { textShape } from '../text/text-shape.ts'
import { BODY, topic, topicWords } from './parts.ts'

const openings = phrases(openingTemplates, bodyLists)
const middles = phrases(middleTemplates, bodyLists)
const closings = phrases(closingTemplates, bodyLists)
const headings = phrases(headingTemplates, bodyLists)

/** Draws of the whole: paragraphs, first fact, first middle sentence, first heading. */
const COUNT = BODY
const FACT = BODY + 1
const MIDDLE = BODY + 2
const HEADING = BODY + 3
const OPENING = BODY + 10
const CLOSING = BODY + 26
/** Draws of a paragraph begin here. */
const PARAGRAPHS = BODY + 50
const STRIDE = 64
/** Steps that share no divisor with the number of templates, so that no template comes twice. */
const MIDDLE_STEP = 7
const HEADING_STEP = 3

type Format = 'plain' | 'markdown' | 'html'

const paragraphIn = (text: string, format: Format): string => (format === 'html' ? `<p>${text}</p>` : text)
const headingIn = (text: string, format: Format): string => (format === 'html' ? `<h2>${text}</h2>` : `## ${text}`)

/** Paragraph number `at` of `count`: an opening, facts and thoughts in turn, and a closing. */
function paragraph(draws: Draws, at: number, count: number): string {
  const words = topicWords(draws)
  const { facts } = topic(draws)
  const first = PARAGRAPHS + at * STRIDE
  const fact = facts[(draws.below(FACT, facts.length) + at) % facts.length] as string
  const start = draws.below(MIDDLE, middleTemplates.length)
  const thought = (n: number): string =>
    middles.renderAt(start + (2 * at + n) * MIDDLE_STEP, draws, first + 16 * n, words)
  if (at === 0) return `${openings.render(draws, OPENING, words)} ${thought(0)} ${fact}`
  if (at === count - 1) return `${fact} ${closings.render(draws, CLOSING, words)}`
  return draws.below(first + 32, 2) === 0 ? `${thought(0)} ${fact} ${thought(1)}` : `${fact} ${thought(0)}`
}

/** Blocks of a text: paragraphs, and headings between them where the format has any. */
function blocks(draws: Draws, format: Format, max: number): string {
  const count = 3 + draws.below(COUNT, 4)
  const between = format === 'html' ? '\n' : '\n\n'
  let text = ''
  for (let at = 0; at < count; at++) {
    let block = paragraphIn(paragraph(draws, at, count), format)
    if (format !== 'plain' && at > 0 && at < count - 1 && at % 2 === 1) {
      const start = draws.below(HEADING, headingTemplates.length)
      const heading = headings.renderAt(
        start + at * HEADING_STEP,
        draws,
        PARAGRAPHS + at * STRIDE + 40,
        topicWords(draws),
      )
      block = headingIn(heading, format) + between + block
    }
    if (at > 0 && text.length + between.length + block.length > max) break
    text += (at === 0 ? '' : between) + block
  }
  return text
}

/** A text of three to six paragraphs on the topic of its title; whole blocks are left out until it fits. */
export const body = textShape<ShapeOptions['content.body']>(
  proseStyle,
  ({ format = 'plain', maxLength = Number.POSITIVE_INFINITY }) => {
    // Too short for a paragraph with tags around it: plain words may be cut.
    const fitting = format === 'html' && maxLength < 500 ? 'plain' : format
    return (draws) => blocks(draws, fitting, maxLength)
  },
)
