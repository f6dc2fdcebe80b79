import type { Catalog } from '../../model/catalog.ts'
import type { Lesson } from '../../model/lesson.ts'
import type { ObjectId } from '../../model/name.ts'
import { digest } from '../digest.ts'

/** What a lesson about a table rests on: its columns, constraints, triggers and their functions, policies, rules. Hex, 16 digits. */
export function tableHash(catalog: Catalog, table: ObjectId): string | null {
  const relation = catalog.relations.find(({ id }) => id === table)
  if (relation === undefined) return null
  const { rowEstimate: _rows, populated: _populated, privileges: _privileges, comment: _comment, ...shape } = relation
  const called = new Set(relation.triggers.map((trigger) => trigger.function))
  const functions = catalog.functions.filter(({ id }) => called.has(id))
  const columns = shape.columns.map(({ position: _position, comment: _said, ...column }) => column)
  return digest(JSON.stringify([{ ...shape, columns }, functions])).slice(0, 16)
}

/** Lessons about a table that has changed since, or is gone, are void. */
export const stillHolds = (lesson: Lesson, catalog: Catalog): boolean =>
  lesson.catalog === tableHash(catalog, lesson.table)
