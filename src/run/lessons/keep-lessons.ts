import type { Lesson } from '../../model/lesson.ts'
import { stillHolds } from '../planning/table-hash.ts'
import type { Session } from '../session.ts'
import { readLessons, writeLessons } from './lessons-file.ts'

/** Lessons about tables of this database are those that hold now; those about others (another schema of the same project) stay. */
export async function keepLessons(session: Session, lessons: readonly Lesson[]): Promise<void> {
  const known = await readLessons(session.home)
  const ids = new Set(session.catalog.relations.map(({ id }) => id))
  const others = known.filter(({ table }) => !ids.has(table))
  const valid = lessons.filter((lesson) => stillHolds(lesson, session.catalog))
  if (known.length > 0 || valid.length > 0) await writeLessons(session.home, [...others, ...valid])
}
