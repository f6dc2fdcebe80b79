import type { Draws } from '../../shape-maker.ts'
import { sentenceLists, sentenceTemplates } from '../../words/sentences.ts'
import { phrases } from './phrases.ts'

const templates = phrases(sentenceTemplates, sentenceLists)

/** Shares no divisor with any count of templates that is not a multiple of 7, so that neighbours in a text differ. */
const STEP = 7

/** A sentence about nothing in particular; uses draw `n` and the 15 after it. */
export function sentence(draws: Draws, n: number): string {
  return templates.render(draws, n)
}

/** `count` sentences, each made in another way than those before; number `at` is the first of them in the text. Draws as `sentence`, for each. */
export function sentences(draws: Draws, n: number, at: number, count: number): string {
  const start = draws.below(n, sentenceTemplates.length)
  let text = ''
  for (let number = at; number < at + count; number++) {
    text += (text === '' ? '' : ' ') + templates.renderAt(start + number * STEP, draws, n + 16 * number)
  }
  return text
}
