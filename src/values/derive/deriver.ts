import type { Encoding, Value } from '../../model/value.ts'
import type { AddressDraws } from '../draws/entropy.ts'
import type { InputReader } from '../input.ts'
import type { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import type { Gathered } from './gathered.ts'

/** What a derivation knows when it is compiled. */
export interface DeriveSite {
  readonly table: Table
  readonly inputs: readonly InputReader[]
  /** The rows that lead to this one, where the recipe looks at some. */
  readonly over: Gathered | null
  readonly options: Readonly<Record<string, Value>>
  /** Of the result. */
  readonly encoding: Encoding
  readonly draws: AddressDraws
  readonly now: number
}

/** Compiles one kind of derivation. */
export type Deriver = (site: DeriveSite) => (frame: Frame) => Value

/** An option that is a number, or undefined. */
export function numberOption(site: DeriveSite, name: string): number | undefined {
  const value = site.options[name]
  return typeof value === 'number' ? value : undefined
}

/** An option that is a text, or undefined. */
export function textOption(site: DeriveSite, name: string): string | undefined {
  const value = site.options[name]
  return typeof value === 'string' ? value : undefined
}
