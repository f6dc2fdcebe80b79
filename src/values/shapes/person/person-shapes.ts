import type { ShapeName } from '../../../model/shapes.ts'
import type { ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { codeStyle, personStyle, proseStyle, slugStyle, titleStyle } from '../text/styles.ts'
import { plainText, type TextSource, textShape } from '../text/text-shape.ts'
import {
  type AddressNames,
  emailLocal,
  emailStyle,
  plainUsername,
  plainUsernameStyle,
  username,
  usernameStyle,
} from './addresses.ts'
import { bio } from './bio.ts'
import {
  AVATAR,
  BIRTH,
  firstLocal,
  firstName,
  fullName,
  type Gender,
  gender,
  initials,
  job,
  lastLocal,
  lastName,
  middleName,
  nationalPhone,
  PREFIX,
  phone,
} from './parts.ts'

/** Most wear the title of their gender, some are doctors. */
function prefix(short: boolean): TextSource {
  return (draws) => {
    const who = gender(draws)
    if (draws.below(PREFIX, 12) === 0 && !short) return 'Dr.'
    return who === 'female' ? 'Ms.' : who === 'male' ? 'Mr.' : 'Mx.'
  }
}

const LETTER: Readonly<Record<Gender, string>> = { female: 'f', male: 'm', 'non-binary': 'x' }

/** The longest spelling that fits. */
function genderText(max: number): TextSource {
  if (max < 6) return (draws) => LETTER[gender(draws)]
  if (max < 10) return (draws) => (gender(draws) === 'non-binary' ? 'other' : gender(draws))
  return gender
}

/** What differs between people of one language and another. */
export interface People extends AddressNames {
  readonly firstName: TextSource
  readonly lastName: TextSource
  readonly middleName: TextSource
  readonly fullName: TextSource
  readonly initials: TextSource
  /** Titles; `short`: of three characters at most. */
  readonly prefix: (short: boolean) => TextSource
  /** Numbers of at most so many characters. */
  readonly phone: (max: number) => TextSource
}

function phoneText(max: number): TextSource {
  if (max >= 15) return phone
  if (max >= 12) {
    return (draws) => {
      const { area, line } = nationalPhone(draws)
      return `${area}-555-${line}`
    }
  }
  if (max >= 10) {
    return (draws) => {
      const { area, line } = nationalPhone(draws)
      return `${area}555${line}`
    }
  }
  return (draws) => `555-${nationalPhone(draws).line}`
}

/** Days; more people in the middle of the period than at its ends. */
const birthdate: ShapeMaker<'person.birthdate'> = {
  compile({ from, to }) {
    const first = Math.ceil(from)
    const days = Math.max(1, Math.floor(to) - first + 1)
    return (draws) => first + Math.floor(((draws.unit(BIRTH) + draws.unit(BIRTH + 1)) / 2) * days)
  },
}

/** At a domain of the user's own, or at those that are reserved. */
const emailOf = (people: People): ShapeMaker<'person.email'> => ({
  compile(options, context) {
    const { domain } = options
    const at = () => `@${domain}`
    const style = domain === undefined ? emailStyle : { ...emailStyle, tail: at, spareTail: at() }
    return plainText(style, (draws) => emailLocal(draws, people)).compile(options, context)
  },
})

const accountOf = (people: People): ShapeMaker<'person.username'> => {
  const dotted = plainText(usernameStyle, (draws) => username(draws, people))
  const undotted = plainText(plainUsernameStyle, (draws) => plainUsername(draws, people))
  return { compile: ({ plain, ...options }, context) => (plain ? undotted : dotted).compile(options, context) }
}

const avatarStyle = {
  ...slugStyle,
  lead: () => 'https://images.example.com/avatars/',
  tail: () => '.jpg',
  spareLead: 'https://x.test/',
  spareTail: '',
}

/** The shapes that names, titles and numbers of people make. */
export const personShapesOf = (people: People) => ({
  'person.first': plainText(personStyle, people.firstName),
  'person.last': plainText(personStyle, people.lastName),
  'person.middle': plainText(personStyle, people.middleName),
  'person.full': plainText(personStyle, people.fullName),
  'person.prefix': textShape(codeStyle, ({ maxLength = 4 }) => people.prefix(maxLength < 3)),
  'person.initials': plainText({ ...codeStyle, more: (draws) => people.initials(draws) }, people.initials),
  'person.email': emailOf(people),
  'person.username': accountOf(people),
  'person.phone': textShape({ ...codeStyle, mark: ' x' }, ({ maxLength = 20 }) => people.phone(maxLength)),
  'person.avatar': plainText(
    avatarStyle,
    (draws) => `${people.firstLocal(draws)}-${people.lastLocal(draws)}-${1 + draws.below(AVATAR, 99)}`,
  ),
})

/** People of many origins, as one meets them in English. */
export const everybody: People = {
  firstName,
  lastName,
  middleName,
  fullName,
  initials,
  firstLocal,
  lastLocal,
  prefix,
  phone: phoneText,
}

export const personShapes: Pick<ShapeMakers, Extract<ShapeName, `person.${string}`>> = {
  ...personShapesOf(everybody),
  'person.gender': textShape(codeStyle, ({ maxLength = 20 }) => genderText(maxLength)),
  'person.birthdate': birthdate,
  'person.job': plainText(titleStyle, job),
  'person.bio': plainText(proseStyle, bio),
}
