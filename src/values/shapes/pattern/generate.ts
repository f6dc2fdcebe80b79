import type { Draws } from '../../shape-maker.ts'
import { nouns } from '../../words/nouns.ts'
import { leastLength } from './lengths.ts'
import type { Node, Pattern } from './node.ts'

/** One text in the making: the next draw, the characters that may still be added beyond the fewest, what the groups took. */
interface Making {
  readonly draws: Draws
  n: number
  spare: number
  readonly groups: Map<number, string>
}

/** Letters that a set must hold before a word is drawn from it instead of single letters. */
const WHOLE_ALPHABET = 26
/** Repetitions beyond the fewest, where nothing else bounds them. */
const MORE = 3
/** Characters beyond the fewest that a pattern allows, where nothing else bounds them. */
const USUAL = 64
/** Words are for stretches that may be this long. */
const WORD = 5

/** Draws a text that the pattern matches, of at most `most` characters where the pattern allows it; draws from number `first` on. */
export function generate(pattern: Pattern, draws: Draws, first: number, most: number): string {
  const making: Making = {
    draws,
    n: first,
    spare: Math.max(0, Math.min(USUAL, most - leastLength(pattern.node))),
    groups: new Map(),
  }
  return make(pattern.node, making)
}

function make(node: Node, making: Making): string {
  switch (node.kind) {
    case 'set':
      return node.symbols.length === 1
        ? (node.symbols[0] as string)
        : (node.symbols[making.draws.below(making.n++, node.symbols.length)] as string)
    case 'sequence': {
      let text = ''
      for (const item of node.items) text += make(item, making)
      return text
    }
    case 'choice':
      return makeChoice(node.items, making)
    case 'repeat':
      return makeRepeat(node, making)
    case 'group': {
      const text = make(node.item, making)
      making.groups.set(node.number, text)
      return text
    }
    case 'same-as': {
      const text = making.groups.get(node.group) ?? ''
      making.spare = Math.max(0, making.spare - text.length)
      return text
    }
    default:
      return ''
  }
}

/** One of the alternatives that there is room for. */
function makeChoice(items: readonly Node[], making: Making): string {
  const least = Math.min(...items.map(leastLength))
  const fitting = items.filter((item) => leastLength(item) - least <= making.spare)
  const item = fitting[making.draws.below(making.n++, fitting.length)] as Node
  making.spare -= leastLength(item) - least
  return make(item, making)
}

/** Small letters and capitals of whole alphabets become words. */
function isAlphabet(item: Node): item is Extract<Node, { kind: 'set' }> {
  if (item.kind !== 'set' || item.symbols.length < WHOLE_ALPHABET) return false
  return /^[A-Za-z]$/.test(item.symbols[WHOLE_ALPHABET - 1] as string)
}

function makeRepeat(node: Extract<Node, { kind: 'repeat' }>, making: Making): string {
  const { item, min, max } = node
  const most = max - min
  if (most + min >= WORD && isAlphabet(item)) return makeWord(item, min, max, making)
  const length = leastLength(item)
  // What may be empty is not repeated for its own sake: nested, that would never end.
  const room = length === 0 ? 1 : Math.floor(making.spare / length)
  const extra = Math.min(most, room, most === Number.POSITIVE_INFINITY || min > 0 ? MORE : Math.min(most, MORE))
  const more = extra < 1 ? 0 : making.draws.below(making.n++, extra + 1)
  making.spare -= more * length
  let text = ''
  for (let count = min + more; count > 0; count--) text += make(item, making)
  return text
}

/** A word of `min` to `max` letters, from a second one on where it is too short. */
function makeWord(item: Extract<Node, { kind: 'set' }>, min: number, max: number, making: Making): string {
  const most = Math.min(max, min + making.spare)
  const upper = (item.symbols[0] as string) < 'a'
  let word = ''
  do {
    word += nouns[making.draws.below(making.n++, nouns.length)] as string
  } while (word.length < min)
  const text = word.slice(0, most)
  making.spare -= Math.max(0, text.length - min)
  return upper ? text.toUpperCase() : text
}
