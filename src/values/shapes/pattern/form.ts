import { mix32 } from '../../../model/mix32.ts'
import { nouns } from '../../words/nouns.ts'
import { matcherOf } from './automaton.ts'
import { naturalFor } from './natural.ts'
import type { Node, Pattern } from './node.ts'
import { symbolsOf } from './symbols-of.ts'

/** Texts of one shape that a pattern matches, by index, all different. */
export interface Form {
  /** How many; at most 2^53. */
  readonly size: number
  /** The index-th, from 0. */
  at(index: number): string
}

/** A place in a form: texts of the same length, all different. */
type Slot = readonly string[]

/** Does the pattern match this text, and is it short enough? */
type Fits = (text: string) => boolean

type Repeat = Extract<Node, { kind: 'repeat' }>

const MOST = 2 ** 53
/** Alternatives and whole languages are listed up to this many texts. */
const LISTED = 2048
/** Indices that are tried. */
const PROBES = 16

/** Every text of a node, or null where there are more than `LISTED` of them, or no end of them. */
function listOf(node: Node): readonly string[] | null {
  switch (node.kind) {
    case 'set':
      return node.symbols
    case 'sequence':
      return node.items.reduce<readonly string[] | null>((texts, item) => crossed(texts, listOf(item)), [''])
    case 'choice': {
      const lists = node.items.map(listOf)
      const all = lists.some((list) => list === null) ? null : [...new Set(lists.flatMap((list) => list ?? []))]
      return all !== null && all.length <= LISTED ? all : null
    }
    case 'repeat':
      return repeatedList(node)
    case 'group':
      return listOf(node.item)
    case 'same-as':
      return null
    default:
      return ['']
  }
}

function crossed(texts: readonly string[] | null, list: readonly string[] | null): readonly string[] | null {
  if (texts === null || list === null || texts.length * list.length > LISTED) return null
  return texts.flatMap((text) => list.map((end) => text + end))
}

function repeatedList({ item, min, max }: Repeat): readonly string[] | null {
  const list = listOf(item)
  if (list === null || max > LISTED) return null
  const all = new Set<string>()
  let texts: readonly string[] | null = ['']
  for (let count = 0; count <= max; count++) {
    if (texts === null || all.size > LISTED) return null
    if (count >= min) for (const text of texts) all.add(text)
    texts = count < max ? crossed(texts, list) : texts
  }
  return all.size > LISTED ? null : [...all]
}

const bits = (slots: readonly Slot[]): number => slots.reduce((sum, slot) => sum + Math.log2(slot.length), 0)
const width = (slots: readonly Slot[]): number => slots.reduce((sum, slot) => sum + (slot[0] ?? '').length, 0)

/** The places of a node when every repetition happens so often as `counts` says. */
function slotsOf(node: Node, counts: ReadonlyMap<Repeat, number>): readonly Slot[] {
  switch (node.kind) {
    case 'set':
      return [node.symbols]
    case 'sequence':
      return node.items.flatMap((item) => slotsOf(item, counts))
    case 'choice':
      return choiceSlots(node.items, counts)
    case 'repeat': {
      const item = slotsOf(node.item, counts)
      return new Array<readonly Slot[]>(counts.get(node) ?? node.min).fill(item).flat()
    }
    case 'group':
      return slotsOf(node.item, counts)
    default:
      return []
  }
}

/** The alternatives of one length that offer most: listed together, or the largest one. */
function choiceSlots(items: readonly Node[], counts: ReadonlyMap<Repeat, number>): readonly Slot[] {
  const lists = new Map<number, string[]>()
  let best: readonly Slot[] = []
  let most = -1
  for (const item of items) {
    const slots = slotsOf(item, counts)
    if (bits(slots) > most) {
      best = slots
      most = bits(slots)
    }
    const list = listOf(item)
    for (const text of list ?? []) lists.set(text.length, [...(lists.get(text.length) ?? []), text])
  }
  for (const list of lists.values()) {
    const distinct = [...new Set(list)]
    if (Math.log2(distinct.length) > most) {
      best = [distinct]
      most = Math.log2(distinct.length)
    }
  }
  return best
}

function repeatsIn(node: Node): readonly Repeat[] {
  if (node.kind === 'repeat') return [node, ...repeatsIn(node.item)]
  if (node.kind === 'group') return repeatsIn(node.item)
  return node.kind === 'sequence' || node.kind === 'choice' ? node.items.flatMap(repeatsIn) : []
}

/** Repetitions are added where they bring most, until there are 2^53 texts or no room is left. */
function grown(node: Node, maxLength: number): readonly Slot[] {
  const counts = new Map<Repeat, number>()
  const repeats = repeatsIn(node)
  let slots = slotsOf(node, counts)
  while (bits(slots) < 53) {
    let better: { readonly repeat: Repeat; readonly slots: readonly Slot[] } | null = null
    for (const repeat of repeats) {
      const count = counts.get(repeat) ?? repeat.min
      if (count >= repeat.max) continue
      const longer = slotsOf(node, new Map(counts).set(repeat, count + 1))
      if (width(longer) <= maxLength && bits(longer) > bits(better?.slots ?? slots)) better = { repeat, slots: longer }
    }
    if (better === null) break
    counts.set(better.repeat, (counts.get(better.repeat) ?? better.repeat.min) + 1)
    slots = better.slots
  }
  return slots
}

const listForm = (texts: readonly string[]): Form => ({ size: texts.length, at: (index) => texts[index] as string })

function slotForm(slots: readonly Slot[]): Form {
  const size = slots.reduce((product, slot) => Math.min(MOST, product * slot.length), 1)
  return {
    size,
    at(index) {
      let text = ''
      let rest = index
      // From the right, so that neighbours differ at the end as numbers do.
      for (let at = slots.length - 1; at >= 0; at--) {
        const slot = slots[at] as Slot
        text = (slot[rest % slot.length] as string) + text
        rest = Math.floor(rest / slot.length)
      }
      return text
    },
  }
}

/** Numbers of so many digits are tried for texts of a word and a number, the longest first. */
const DIGITS = [15, 12, 9]
const [shortest, longest] = [Math.min, Math.max].map((edge) => edge(...nouns.map((noun) => noun.length))) as [
  number,
  number,
]
const edgeNouns = [nouns.find((noun) => noun.length === shortest), nouns.find((noun) => noun.length === longest)] as [
  string,
  string,
]

/** Texts of a familiar kind with a number in them: `harbor-17`, `lantern4@example.com`. */
function numberedForm(fits: Fits): Form | null {
  const numbered = naturalFor(fits)?.numbered
  if (numbered === undefined) return null
  for (const digits of DIGITS) {
    const size = 10 ** digits
    if (!edgeNouns.every((noun) => [0, 7, 42, size - 1].every((number) => fits(numbered(noun, number))))) continue
    return { size, at: (index) => numbered(nouns[mix32(index) % nouns.length] as string, index) }
  }
  return null
}

/** Enough texts, so that nothing has to be added around a pattern. */
const ENOUGH = 2 ** 40
const AROUND: Node = {
  kind: 'repeat',
  item: {
    kind: 'set',
    set: [],
    symbols: symbolsOf([
      [48, 57],
      [97, 122],
    ]),
  },
  min: 0,
  max: Number.POSITIVE_INFINITY,
}

/** The places of a pattern; where it leaves its end (or its beginning) open, with letters and digits there. */
function openForm(node: Node, maxLength: number, fits: Fits): Form | null {
  let best: Form | null = null
  for (const items of [[node], [node, AROUND], [AROUND, node]]) {
    const form = slotForm(grown({ kind: 'sequence', items }, maxLength))
    if (form.size > (best?.size ?? 0) && probesFit(form, fits)) best = form
    if (best !== null && best.size >= ENOUGH) break
  }
  return best
}

function probesFit(form: Form, fits: Fits): boolean {
  const step = Math.max(1, Math.floor(form.size / PROBES))
  for (let index = 0; index < form.size; index += step) {
    if (!fits(form.at(index))) return false
  }
  return true
}

/** The texts of a pattern that can be counted through; null where none was found (back references, no room). */
export function formOf(pattern: Pattern, maxLength: number): Form | null {
  if (pattern.backReferences) return null
  const test = matcherOf(pattern)
  const fits: Fits = (text) => text.length <= maxLength && test(text)
  const all = listOf(pattern.node)?.filter(fits) ?? null
  const form = numberedForm(fits) ?? openForm(pattern.node, maxLength, fits)
  if (all === null || (form !== null && form.size > all.length)) return form
  return all.length === 0 ? null : listForm(all)
}
