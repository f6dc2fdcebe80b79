import { nearest } from '../../../model/nearest.ts'

/** The label that a text stands for. */
export interface LabelFound {
  readonly label: string
  /** It is another word: a slip, one supposes. */
  readonly guessed: boolean
}

/**
 * The label that a text stands for: itself, else the only one that is the same but for case, accents, spaces, hyphens and underscores, else the only one that is a slip
 * or two away; null for none.
 */
export function labelOf(text: string, labels: readonly string[]): LabelFound | null {
  if (labels.includes(text)) return { label: text, guessed: false }
  const folded = fold(text)
  const same = labels.filter((label) => fold(label) === folded)
  if (same.length > 0 || folded === '') return same.length === 1 ? { label: same[0] as string, guessed: false } : null
  const near = folded.length < SHORTEST ? [] : labels.filter((label) => isSlip(folded, fold(label)))
  return near.length === 1 ? { label: near[0] as string, guessed: true } : null
}

/** One letter makes another word of a short one. */
const SHORTEST = 5

/** Words that begin otherwise often say the opposite: `inactive`, `unpublished`. */
const isSlip = (text: string, label: string): boolean => text[0] === label[0] && nearest(text, [label]) !== null

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
