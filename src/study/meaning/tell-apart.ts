import type { Relation } from '../../model/catalog.ts'
import type { Meaning } from '../../model/study.ts'
import { tokens } from './tokens.ts'

/** Shapes that stand twice in a row for two different things: a phone and a mobile phone, a summary and an introduction. */
const APART =
  /^(person\.(phone|email|job)|place\.(city|country|region|street|postcode|address|latitude|longitude|language)|company\.name|content\.(excerpt|note|comment|message|review|question|tag|category|task)|file\.(name|path)|product\.(color|category))$/

/** Gives the second of two columns that would say the same an entity of its own. */
export function tellApart(
  relation: Relation,
  meanings: Readonly<Record<string, Meaning | null>>,
): Readonly<Record<string, Meaning | null>> {
  const seen = new Set<string>()
  const told: [string, Meaning | null][] = []
  for (const { name } of relation.columns) {
    const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined
    if (meaning === undefined) continue
    if (meaning === null || meaning.entity === null || !APART.test(meaning.shape)) {
      told.push([name, meaning])
      continue
    }
    const twin = `${meaning.shape} ${meaning.entity}`
    const entity = seen.has(twin) ? `${meaning.entity.split(':')[0]}:${tokens(name).join('_')}` : meaning.entity
    seen.add(twin)
    told.push([name, entity === meaning.entity ? meaning : { ...meaning, entity }])
  }
  return Object.fromEntries(told)
}
