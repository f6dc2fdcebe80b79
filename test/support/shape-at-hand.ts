import { mix32 } from '../../src/model/mix32.ts'
import type { ShapeName, ShapeOptions } from '../../src/model/shapes.ts'
import type { Value } from '../../src/model/value.ts'
import { compileContext } from '../../src/values/draws/draw.ts'
import { AddressDraws } from '../../src/values/draws/entropy.ts'
import type { ShapeMaker } from '../../src/values/shape-maker.ts'
import { shapes } from '../../src/values/shapes/index.ts'
import { shapeVersion } from '../../src/values/shapes/versions.ts'

export const shapeNames = Object.keys(shapes) as readonly ShapeName[]

const context = compileContext(Date.UTC(2025, 5, 1))

/** A shape compiled for a column of its own: its value in any row, with or without a path. */
export interface ShapeAtHand {
  value(row: number, path?: string | null): Value
  /** The index-th value; null where the shape has none. */
  readonly at: ((index: number) => Value) | null
}

/** Compiles a shape under seed 42; `entity` names the address that columns of one entity share. */
export function shapeAtHand<Name extends ShapeName>(
  name: Name,
  options: ShapeOptions[Name],
  entity: string = name,
  version = 1,
): ShapeAtHand {
  const maker: ShapeMaker<Name> = shapeVersion(name, version)
  const shape = maker.compile(options, context)
  const draws = new AddressDraws('42', 'table', entity, 'draw')
  return {
    value: (row, path = null) => shape(draws.at({ hi: mix32(row) | 0, lo: row }), { row, j: 0, suffix: path }),
    at: maker.at?.(options, context) ?? null,
  }
}

/** The value of a shape as text. */
export function textAt<Name extends ShapeName>(
  name: Name,
  options: ShapeOptions[Name],
  row: number,
  path: string | null = null,
): string {
  return String(shapeAtHand(name, options).value(row, path))
}
