import type { Lesson } from '../model/lesson.ts'
import type { TablePlan } from '../model/plan.ts'
import type { TableStudy } from '../model/study.ts'
import type { Draft, Workshop } from './draft.ts'

type LeaveOut = Extract<Lesson, { kind: 'leave-out' }>

/** The lesson by which a table is left out; null where rows of ours are there already. */
export function refusal({ inputs }: Workshop, draft: Draft): LeaveOut | null {
  if (draft.scope.frozen || inputs.past.tables[draft.id] !== undefined) return null
  const lesson = inputs.lessons?.find((one) => one.table === draft.id && one.kind === 'leave-out')
  return lesson?.kind === 'leave-out' ? lesson : null
}

/** Tables that refused every row when the plan was rehearsed stay empty. */
export function holdRefused(workshop: Workshop): void {
  for (const draft of workshop.drafts) {
    const lesson = refusal(workshop, draft)
    if (lesson !== null) draft.impossible ??= `the database refuses its rows: ${lesson.why}`
  }
}

/** How a table is written, as far as a rehearsal knows better. */
export function withLessons(study: TableStudy, lessons: readonly Lesson[] | undefined): TableStudy {
  if (study.access.write !== 'copy') return study
  const why = lessons?.filter(({ table }) => table === study.id).flatMap((lesson) => whyInsert(lesson) ?? [])[0]
  return why === undefined ? study : { ...study, access: { write: 'insert', why } }
}

function whyInsert(lesson: Lesson): string | null {
  if (lesson.kind === 'insert') return `COPY is refused: ${lesson.why}`
  if (lesson.kind === 'skip-rows') return 'some of its rows are refused'
  if (lesson.kind === 'signed-in' && lesson.as.by === 'column')
    return 'its triggers ask for the user whom the row names'
  return null
}

/** Whom the rows of a table are written as, where a rehearsal found that it wants somebody who is signed in. */
export function signedIn({ inputs }: Workshop, { id }: Draft): Pick<TablePlan, 'signedIn'> {
  const lesson = inputs.lessons?.find(({ table, kind }) => table === id && kind === 'signed-in')
  return lesson?.kind === 'signed-in' ? { signedIn: lesson.as } : {}
}
