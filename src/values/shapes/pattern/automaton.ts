import { type CharSet, contains } from './char-set.ts'
import { matches } from './matches.ts'
import type { Node, Pattern } from './node.ts'

/** One step of a non-deterministic automaton: takes a character, forks, asks for an end of the text, or is done. */
type Step =
  | { readonly kind: 'take'; readonly set: CharSet; next: number }
  | { readonly kind: 'fork'; readonly ways: number[] }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end'; next: number }
  | { readonly kind: 'done' }

/** A set of steps that a text may have reached; where each ASCII character leads is filled in when it is first met. */
interface State {
  readonly takes: readonly number[]
  /** The pattern has matched, whatever follows; it matches if the text ends here. */
  readonly matched: boolean
  readonly matchedAtEnd: boolean
  readonly next: (State | undefined)[]
}

/** Patterns that unfold to more steps than this are matched step by step. */
const MOST_STEPS = 4000
/** Sets of steps that are remembered; beyond that they are forgotten and made again. */
const MOST_STATES = 1000

class TooLarge extends Error {}

/** Unfolds a tree into steps (Thompson's construction), from the end to the beginning: `next` is where a node leads. */
class Unfolding {
  readonly steps: Step[] = [{ kind: 'done' }]

  add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new TooLarge()
    this.steps.push(step)
    return this.steps.length - 1
  }

  node(node: Node, next: number): number {
    switch (node.kind) {
      case 'set':
        return this.add({ kind: 'take', set: node.set, next })
      case 'sequence':
        return node.items.reduceRight((after, item) => this.node(item, after), next)
      case 'choice':
        return this.add({ kind: 'fork', ways: node.items.map((item) => this.node(item, next)) })
      case 'group':
        return this.node(node.item, next)
      case 'repeat':
        return this.repeat(node, next)
      case 'edge':
        if (node.edge !== 'start' && node.edge !== 'end') throw new TooLarge()
        return this.add({ kind: 'edge', edge: node.edge, next })
      default:
        throw new TooLarge()
    }
  }

  repeat({ item, min, max }: Extract<Node, { kind: 'repeat' }>, next: number): number {
    let first = next
    if (max === Number.POSITIVE_INFINITY) {
      const ways = [next]
      first = this.add({ kind: 'fork', ways })
      ways.push(this.node(item, first))
    } else {
      for (let count = min; count < max; count++)
        first = this.add({ kind: 'fork', ways: [next, this.node(item, first)] })
    }
    for (let count = 0; count < min; count++) first = this.node(item, first)
    return first
  }
}

/** A deterministic automaton that is built as far as texts need it. */
class Automaton {
  readonly #steps: readonly Step[]
  readonly #first: number
  readonly #states = new Map<string, State>()
  readonly #start: State

  constructor(steps: readonly Step[], first: number) {
    this.#steps = steps
    this.#first = first
    this.#start = this.#state([first], true)
  }

  test(text: string): boolean {
    let state = this.#start
    for (let at = 0; at < text.length; at++) {
      if (state.matched) return true
      const code = text.codePointAt(at) as number
      if (code > 0xffff) at++
      state = state.next[code] ?? this.#after(state, code)
    }
    return state.matchedAtEnd
  }

  #after(state: State, code: number): State {
    const reached: number[] = [this.#first]
    for (const at of state.takes) {
      const step = this.#steps[at] as Extract<Step, { kind: 'take' }>
      if (contains(step.set, code)) reached.push(step.next)
    }
    const after = this.#state(reached, false)
    if (code < 128) state.next[code] = after
    return after
  }

  #state(reached: readonly number[], atStart: boolean): State {
    const { takes, matched } = this.#closure(reached, atStart, false)
    const matchedAtEnd = matched || this.#closure(reached, atStart, true).matched
    const key = `${takes.join()};${matched};${matchedAtEnd}`
    const known = this.#states.get(key)
    if (known !== undefined) return known
    if (this.#states.size > MOST_STATES) this.#states.clear()
    const state: State = { takes, matched, matchedAtEnd, next: [] }
    this.#states.set(key, state)
    return state
  }

  /** Every step that is reached without taking a character. */
  #closure(reached: readonly number[], atStart: boolean, atEnd: boolean): { takes: number[]; matched: boolean } {
    const seen = new Set<number>()
    const open = [...reached]
    let matched = false
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const step = this.#steps[at] as Step
      if (step.kind === 'done') matched = true
      else if (step.kind === 'fork') open.push(...step.ways)
      else if (step.kind === 'edge' && (step.edge === 'start' ? atStart : atEnd)) open.push(step.next)
    }
    const takes = [...seen].filter((at) => this.#steps[at]?.kind === 'take').sort((one, other) => one - other)
    return { takes, matched }
  }
}

/** `matches` for many texts: the work is done once for each state, then a character costs one look-up. */
export function matcherOf(pattern: Pattern): (text: string) => boolean {
  try {
    const unfolding = new Unfolding()
    const first = unfolding.node(pattern.node, 0)
    const automaton = new Automaton(unfolding.steps, first)
    return (text) => automaton.test(text)
  } catch (error) {
    if (error instanceof TooLarge) return (text) => matches(pattern, text)
    throw error
  }
}
