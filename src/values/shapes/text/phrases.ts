import type { Draws } from '../../shape-maker.ts'

/** Lists of words by the name that templates use for them. */
export type Lists = Readonly<Record<string, readonly string[]>>

/** Templates with gaps, filled by draws. */
export interface Phrases {
  /** Draw `first` chooses the template, the next ones fill its gaps. `own` fills the gaps that the lists of the phrases do not know. */
  render(draws: Draws, first: number, own?: Lists): string
  /** The same with template number `template`, modulo their count, so that a caller repeats none. */
  renderAt(template: number, draws: Draws, first: number, own?: Lists): string
}

/** One gap of a template. `list` null: the caller's own list of that name. `like`: an earlier gap of the same list, or -1. */
interface Gap {
  readonly name: string
  readonly list: readonly string[] | null
  readonly capital: boolean
  readonly like: number
  readonly after: string
}

interface Template {
  readonly head: string
  readonly gaps: readonly Gap[]
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Words that begin with a vowel and sound like a consonant, or the other way round. */
const LIKE_CONSONANT = /^(?:uni|use|usu|eu|ux|one\b|once)/i
const LIKE_VOWEL = /^(?:hour|honest|heir|MVP|SSH|SQL\b|RFC|NDA|XML|8|11\b|18)/

/** `a` or `an` before a word. */
export function withArticle(word: string): string {
  const vowel = LIKE_VOWEL.test(word) || (/^[aeiou]/i.test(word) && !LIKE_CONSONANT.test(word))
  return `${vowel ? 'an' : 'a'} ${word}`
}

/** `{name}`, `{^name}` with a capital letter, `{a name}` with its article, `{^a name}` both. */
const GAP = /\{(\^?)(a )?([A-Za-z0-9]+)\}/

/** Parses one template against the lists. Two gaps of one list are filled with different entries. */
function parse(source: string, lists: Lists): Template {
  const parts = source.split(new RegExp(GAP, 'g'))
  const gaps: Gap[] = []
  for (let at = 1; at < parts.length; at += 4) {
    const name = parts[at + 2] as string
    const known = lists[name] ?? null
    const article = parts[at + 1] !== undefined
    if (article && known === null)
      throw new Error(`Template "${source}": only a list of its own may take an article, not {${name}}`)
    const worded = article && known !== null ? known.map(withArticle) : known
    const capital = parts[at] === '^'
    const list = capital && worded !== null ? worded.map(capitalised) : worded
    const like = gaps.findLastIndex((gap) => gap.name === name)
    gaps.push({ name, list, capital, like, after: parts[at + 3] as string })
  }
  return { head: parts[0] as string, gaps }
}

/** Gaps of a template at most; the draws of a phrase are its number and the 15 that follow. */
const MOST_GAPS = 15

/** What the gaps of the template at hand took. Rendering is never interrupted, so one array serves all. */
const taken = new Int32Array(MOST_GAPS)

function fill(template: Template, draws: Draws, first: number, own: Lists | undefined): string {
  let text = template.head
  const { gaps } = template
  for (let at = 0; at < gaps.length; at++) {
    const gap = gaps[at] as Gap
    const list = gap.list ?? (own?.[gap.name] as readonly string[])
    const many = list.length
    const index =
      gap.like < 0 || many < 2
        ? draws.below(first + 1 + at, many)
        : ((taken[gap.like] as number) + 1 + draws.below(first + 1 + at, many - 1)) % many
    taken[at] = index
    const word = list[index] as string
    text += (gap.list === null && gap.capital ? capitalised(word) : word) + gap.after
  }
  return text
}

/** Phrases from templates and lists. Parsed when first rendered, so that they cost nothing at start. */
export function phrases(templates: readonly string[], lists: Lists = {}): Phrases {
  let parsed: readonly Template[] | null = null
  const all = (): readonly Template[] => {
    parsed ??= templates.map((template) => parse(template, lists))
    return parsed
  }
  return {
    render(draws, first, own) {
      return fill(all()[draws.below(first, templates.length)] as Template, draws, first, own)
    },
    renderAt(template, draws, first, own) {
      return fill(all()[template % templates.length] as Template, draws, first, own)
    },
  }
}
