import type { Meaning } from '../../model/study.ts'
import { entityOf } from './entity-of.ts'
import type { Subject } from './subject.ts'

/** Tables whose `location` is a town. In a warehouse it may be a shelf. */
const TOWNS = /^(person|company|job|event|appointment|post|property|group|shipment|trip|comment|note|file)$/

/** `location`, `venue`, `meeting_place`: where somebody lives or something takes place. */
export function locationMeaning(subject: Subject): Meaning | null {
  const { words, table, facts } = subject
  const last = words.at(-1) ?? ''
  if (facts.domain.values !== undefined) return null
  if (last === 'venue') return { shape: 'company.name', entity: 'company:venue', evidence: 'name' }
  if (!/^(location|place)$/.test(last) || !TOWNS.test(table.kind)) return null
  return {
    shape: 'place.city',
    entity: entityOf(subject, 'place.city', words.slice(0, -1)),
    evidence: 'name and table',
  }
}
