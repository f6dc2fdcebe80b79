import type { Recipe } from '../../model/recipe.ts'
import type { ColumnStudy, Meaning } from '../../model/study.ts'
import type { Workshop } from '../draft.ts'
import { draw } from './draw.ts'
import { textLimits } from './text-limits.ts'

/** Texts of every look that a shape can take, by the letters it is made of. Shapes that are not here are drawn from the pattern instead. */
const LOOKS: Readonly<Record<string, readonly string[]>> = {
  slug: [
    'a',
    'ab',
    'a1',
    'product-launch',
    'acme-2-1',
    'x-9',
    'the-long-way-round-to-a-quiet-place-12-3',
    'b2b',
    '24-hours',
    'a-x1',
  ],
  email: [
    'a@example.com',
    'ana.silva@example.com',
    'ana.silva12-1@example.org',
    'j.o-neil7@example.net',
    'a.very.long.name.of.someone123-45-6@example.com',
    'ana-3@example.com',
    'ana.b-x1@example.com',
  ],
}

/** A regular expression that lets every look of the shape pass does not stand in its way. */
export function withoutPatterns(workshop: Workshop, study: ColumnStudy, meaning: Meaning): ColumnStudy {
  const { patterns } = study.domain
  const looks =
    LOOKS[
      meaning.shape === 'slug-of' || meaning.shape === 'content.slug'
        ? 'slug'
        : meaning.shape === 'person.email'
          ? 'email'
          : ''
    ]
  if (patterns === undefined || looks === undefined) return study
  const open = patterns.every((one) =>
    looks.every((text) => workshop.inputs.matches(text, one.pattern, one.caseless) !== one.negated),
  )
  return open ? { ...study, domain: { ...study.domain, patterns: [] } } : study
}

/** A text that must not match something (no white space, no capitals): a slug, if that never does. */
export function withoutNegated(workshop: Workshop, study: ColumnStudy): Recipe | null {
  const negated = study.domain.patterns?.filter((one) => one.negated) ?? []
  if (
    study.encoding.kind !== 'text' ||
    negated.length === 0 ||
    negated.length !== study.domain.patterns?.length ||
    study.domain.values !== undefined
  )
    return null
  const safe = negated.every((one) =>
    (LOOKS.slug ?? []).every((text) => !workshop.inputs.matches(text, one.pattern, one.caseless)),
  )
  return safe ? draw('content.slug', textLimits(study.domain)) : null
}
