import type { Lesson } from '../../model/lesson.ts'
import { joinSpans } from '../../model/row-spans.ts'

/** Lessons with those that were learned since, which come first where both speak of one thing; skipped rows add up. */
export function mergeLessons(before: readonly Lesson[], fresh: readonly Lesson[]): Lesson[] {
  const lessons = new Map(before.map((lesson) => [`${lesson.table} ${lesson.kind}`, lesson]))
  for (const lesson of fresh) {
    const key = `${lesson.table} ${lesson.kind}`
    const known = lessons.get(key)
    const both = lesson.kind === 'skip-rows' && known?.kind === 'skip-rows' && known.made === lesson.made
    lessons.set(key, both ? { ...lesson, why: known.why, rows: joinSpans([...known.rows, ...lesson.rows]) } : lesson)
  }
  return [...lessons.values()]
}
