import type { ShapeName } from '../../../model/shapes.ts'
import type { ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { codeStyle, personStyle, proseStyle, slugStyle, titleStyle } from '../text/styles.ts'
import { plainText, type TextSource, textShape } from '../text/text-shape.ts'
import { emailLocal, emailStyle, plainUsername, plainUsernameStyle, username, usernameStyle } from './addresses.ts'
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
const email: ShapeMaker<'person.email'> = {
  compile(options, context) {
    const { domain } = options
    const at = () => `@${domain}`
    const style = domain === undefined ? emailStyle : { ...emailStyle, tail: at, spareTail: at() }
    return plainText(style, emailLocal).compile(options, context)
  },
}

const dotted = plainText(usernameStyle, username)
const undotted = plainText(plainUsernameStyle, plainUsername)

const account: ShapeMaker<'person.username'> = {
  compile: ({ plain, ...options }, context) => (plain ? undotted : dotted).compile(options, context),
}

const avatarStyle = {
  ...slugStyle,
  lead: () => 'https://images.example.com/avatars/',
  tail: () => '.jpg',
  spareLead: 'https://x.test/',
  spareTail: '',
}

export const personShapes: Pick<ShapeMakers, Extract<ShapeName, `person.${string}`>> = {
  'person.first': plainText(personStyle, firstName),
  'person.last': plainText(personStyle, lastName),
  'person.middle': plainText(personStyle, middleName),
  'person.full': plainText(personStyle, fullName),
  'person.prefix': textShape(codeStyle, ({ maxLength = 4 }) => prefix(maxLength < 3)),
  'person.initials': plainText({ ...codeStyle, more: (draws) => initials(draws) }, initials),
  'person.email': email,
  'person.username': account,
  'person.phone': textShape({ ...codeStyle, mark: ' x' }, ({ maxLength = 20 }) => phoneText(maxLength)),
  'person.gender': textShape(codeStyle, ({ maxLength = 20 }) => genderText(maxLength)),
  'person.birthdate': birthdate,
  'person.job': plainText(titleStyle, job),
  'person.bio': plainText(proseStyle, bio),
  'person.avatar': plainText(
    avatarStyle,
    (draws) => `${firstLocal(draws)}-${lastLocal(draws)}-${1 + draws.below(AVATAR, 99)}`,
  ),
}
