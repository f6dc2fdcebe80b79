import type { LocaleWords } from '../../../model/locale-words.ts'
import type { Draws } from '../../shape-maker.ts'
import { FIRST, GENDER, gender, LAST, localPart, MIDDLE } from '../person/parts.ts'
import { everybody, type People } from '../person/person-shapes.ts'
import { romanise } from '../text/romanise.ts'
import { phonesOf } from './phones-of.ts'

interface Name {
  readonly name: string
  /** In small ASCII letters; empty where nobody knows. */
  readonly local: string
}

function nameOf(entry: string): Name {
  const [name = '', reading] = entry.split('=')
  return { name, local: localPart(reading ?? romanise(name)) }
}

/** Does the draw make it a woman's name? As in English, some of neither have either. */
const isFemale = (draws: Draws, n: number): boolean => {
  const of100 = draws.below(GENDER, 100)
  return of100 < 49 || (of100 >= 98 && draws.unit(n + 30) < 0.5)
}

/** The people of a language; where there are no names, those that everybody has. Numbers are those of the country. */
export function peopleOf({ names, country }: LocaleWords): People {
  const phone = country === null ? everybody.phone : phonesOf(country)
  if (names === null) return { ...everybody, phone }
  const [female, male, last] = [names.female, names.male, names.last].map((list) => list.map(nameOf)) as [
    Name[],
    Name[],
    Name[],
  ]
  const lastMale = names.lastMale?.map(nameOf) ?? last
  const pick = (draws: Draws, n: number, list: readonly Name[]): Name => list[draws.below(n, list.length)] as Name
  const first = (draws: Draws, n = FIRST): Name => pick(draws, n, isFemale(draws, FIRST) ? female : male)
  const family = (draws: Draws, n = LAST): Name => pick(draws, n, isFemale(draws, FIRST) ? last : lastMale)
  const lastName = (draws: Draws): string =>
    names.double ? `${family(draws).name} ${family(draws, LAST + 30).name}` : family(draws).name
  const firstLocal = (draws: Draws): string => first(draws).local || everybody.firstLocal(draws)
  const lastLocal = (draws: Draws): string => family(draws).local || everybody.lastLocal(draws)
  return {
    firstName: (draws) => first(draws).name,
    middleName: (draws) => first(draws, MIDDLE).name,
    lastName,
    fullName: (draws) =>
      names.familyFirst ? `${lastName(draws)} ${first(draws).name}` : `${first(draws).name} ${lastName(draws)}`,
    firstLocal,
    lastLocal,
    initials: (draws) => (firstLocal(draws).charAt(0) + lastLocal(draws).charAt(0)).toUpperCase(),
    prefix: (short) => (draws) => {
      const of = gender(draws)
      if (names.titles === undefined || of === 'non-binary') return everybody.prefix(short)(draws)
      return names.titles[of]
    },
    phone,
  }
}
