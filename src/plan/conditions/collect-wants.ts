import type { Domain, ParentNeed, Study } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, Want, Workshop } from '../draft.ts'
import { coupleOf } from '../links/pair-up.ts'
import { look } from './look.ts'

/**
 * What tables want of the rows that they lead to, children first: a column of a foreign key that may only hold some values (the kind of a subtype) wants
 * parents that hold one of them, and so does what is wanted of such a column in turn.
 */
export function collectWants(workshop: Workshop): void {
  for (const draft of workshop.drafts.toReversed())
    if (draft.impossible === null) {
      for (const want of wantsOf(workshop, draft)) note(workshop, draft, want)
      wantTwo(workshop, draft)
      narrowParents(workshop, draft)
    }
}

/** Two links that must lead to different rows of one table need two of them. */
function wantTwo({ byId, inputs }: Workshop, draft: Draft): void {
  const couple = coupleOf(draft)
  const rules = draft.study.rules.flatMap((rule) => (rule.kind === 'differ' ? [rule.columns] : []))
  for (const columns of [...(couple === null ? [] : [[couple.low, couple.high]]), ...rules]) {
    const [one, other] = columns.map((name) =>
      draft.relation.foreignKeys.find((key) => key.columns.length === 1 && key.columns[0] === name),
    )
    const parent = one === undefined || one.parent !== other?.parent ? undefined : byId.get(one.parent)
    // Two rows make one pair, three make three.
    const least = couple !== null && inputs.config.rows !== 1 ? 3 : 2
    if (parent !== undefined && parent !== draft) parent.least = Math.max(parent.least, least)
  }
}

interface Found extends Want {
  readonly parent: string
}

function note(workshop: Workshop, draft: Draft, { parent, ...want }: Found): void {
  if (parent === draft.id || want.values.length === 0) return
  workshop.wants.set(parent, [...(workshop.wants.get(parent) ?? []), want])
}

function wantsOf(workshop: Workshop, draft: Draft): Found[] {
  const byKey = draft.relation.foreignKeys
    .filter(({ enforced, found }) => enforced !== false && found === undefined)
    .flatMap((key) =>
      key.columns.flatMap((name, i): Found[] => {
        const values = acceptedBy(workshop, draft, name)
        const column = key.parentColumns[i] as string
        return values === null ? [] : [{ child: draft.id, link: key.name, parent: key.parent, column, values }]
      }),
    )
  return [...byKey, ...byNeed(workshop, draft)]
}

/** What checks and triggers look up there, where it is one of a few values. */
function byNeed({ inputs }: Workshop, { id, study, relation }: Draft): Found[] {
  return (study.needs ?? []).flatMap((need) => {
    const { link, parent, column } = need
    const key = relation.foreignKeys.find((one) => one.parent === parent && one.columns.includes(link))
    const values = listedBy(inputs.study, need)
    return key === undefined || values.length === 0 ? [] : [{ child: id, link: key.name, parent, column, values }]
  })
}

/** The few values that a need lets pass, where they can be listed. */
function listedBy({ tables }: Study, { parent, column, domain }: ParentNeed): readonly Value[] {
  const own = tables[parent]?.columns[column]?.domain.values ?? []
  const excluded = domain?.excluded
  const values = domain?.values ?? (excluded === undefined ? [] : own.filter((value) => !excluded.includes(value)))
  return values.filter((value) => value !== null)
}

/** What else they look up there holds for all rows of the parent: a value or none, more than so much, none of these. */
function narrowParents({ byId, inputs }: Workshop, { study }: Draft): void {
  for (const need of study.needs ?? []) {
    const { parent, column, domain, nulls } = need
    const there = byId.get(parent)
    const own = there?.study.columns[column]
    if (there === undefined || own === undefined || listedBy(inputs.study, need).length > 0) continue
    const met = domain === null ? { values: [null] } : narrowed(own.domain, domain, nulls)
    if (met === null || (domain === null && own.domain.notNull)) continue
    const columns = {
      ...there.study.columns,
      [column]: { ...own, ...(domain === null ? { meaning: null } : {}), domain: { ...own.domain, ...met } },
    }
    there.study = { ...there.study, columns }
  }
}

/** Only what bounds can say, and what leaves something. */
function narrowed(own: Domain, { min, max, excluded }: Partial<Domain>, nulls: boolean): Partial<Domain> | null {
  const low = Math.max(own.min ?? Number.NEGATIVE_INFINITY, min ?? Number.NEGATIVE_INFINITY)
  const high = Math.min(own.max ?? Number.POSITIVE_INFINITY, max ?? Number.POSITIVE_INFINITY)
  const values = own.values?.filter((value) => !excluded?.includes(value))
  if (low > high || values?.length === 0) return null
  return {
    notNull: own.notNull || !nulls,
    ...(min === undefined ? {} : { min: low }),
    ...(max === undefined ? {} : { max: high }),
    ...(excluded === undefined ? {} : { excluded: [...(own.excluded ?? []), ...excluded] }),
    ...(values === undefined ? {} : { values }),
  }
}

/** The few values that a column may hold: by its own checks, and by what others want of it. Null: any. */
function acceptedBy({ wants }: Workshop, draft: Draft, name: string): readonly Value[] | null {
  const own = draft.study.columns[name]?.domain.values?.filter((value) => value !== null) ?? null
  const wanted = (wants.get(draft.id) ?? []).filter(({ column }) => column === name)
  return wanted.reduce<readonly Value[] | null>((accepted, { values }) => {
    const looks = new Set(values.map(look))
    const both = accepted?.filter((value) => looks.has(look(value))) ?? values
    return both.length > 0 ? both : accepted
  }, own)
}
