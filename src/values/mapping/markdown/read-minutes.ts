import { plainText } from './plain-text.ts'

/** Letters of scripts without spaces: about five in two words. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const LETTERS_PER_WORD = 2.5

/** Minutes that reading takes, rounded up, at least 1. */
export function readMinutes(markdown: string, wordsPerMinute: number): number {
  const text = plainText(markdown)
  const wide = text.match(WIDE)?.length ?? 0
  const words = text.replace(WIDE, ' ').match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
  return Math.max(1, Math.ceil((words + wide / LETTERS_PER_WORD) / wordsPerMinute))
}
