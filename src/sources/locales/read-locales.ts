import { createRequire } from 'node:module'
import type { Faker } from '@faker-js/faker'
import type { LocaleWords } from '../../model/locale-words.ts'
import { hasCities } from '../../values/shapes/local/local-shapes.ts'
import { hasPhones } from '../../values/shapes/local/phones-of.ts'
import { japaneseNames } from '../../values/words/local/japanese-names.ts'

/** Names of a list that are kept: plans hold them. */
const KEPT = 240
/** Longer ones are no names that a form would take. */
const LONGEST = 20

type Definitions = Faker['rawDefinitions']

/** The country that is meant where a language alone is named. */
const COUNTRIES: Readonly<Record<string, string>> = {
  az: 'AZ',
  cs: 'CZ',
  da: 'DK',
  de: 'DE',
  el: 'GR',
  es: 'ES',
  fa: 'IR',
  fi: 'FI',
  fr: 'FR',
  he: 'IL',
  hr: 'HR',
  hu: 'HU',
  id: 'ID',
  it: 'IT',
  ja: 'JP',
  ko: 'KR',
  lv: 'LV',
  nb: 'NO',
  nl: 'NL',
  pl: 'PL',
  pt: 'PT',
  ro: 'RO',
  ru: 'RU',
  sk: 'SK',
  sv: 'SE',
  th: 'TH',
  tr: 'TR',
  uk: 'UA',
  vi: 'VN',
  zh: 'CN',
}

const FAMILY_FIRST = new Set(['hu', 'ja', 'ko', 'vi', 'zh'])
const DOUBLE = new Set(['es'])
const TITLES: Readonly<Record<string, { readonly female: string; readonly male: string }>> = {
  de: { female: 'Frau', male: 'Herr' },
  fr: { female: 'Mme', male: 'M.' },
  es: { female: 'Sra.', male: 'Sr.' },
  it: { female: 'Sig.ra', male: 'Sig.' },
  pt: { female: 'Sra.', male: 'Sr.' },
  nl: { female: 'mevr.', male: 'dhr.' },
  ja: { female: '様', male: '様' },
  ko: { female: '님', male: '님' },
}

const require = createRequire(import.meta.url)

/**
 * The words of languages, by code (`de`, `pt_BR`): names from the lists of faker, which are loaded when they are asked for. A language that it does not have gets what is
 * known of the language without the country, else nothing.
 */
export const readLocales = (codes: readonly string[]): Readonly<Record<string, LocaleWords>> =>
  Object.fromEntries([...new Set(codes)].sort().map((code) => [code, readLocale(code)]))

function readLocale(code: string): LocaleWords {
  const [language = '', region] = code.split('_')
  const country = region ?? COUNTRIES[language] ?? null
  const names = language === 'en' ? null : namesOf(code, language)
  const missing: LocaleWords['missing'][number][] = []
  if (names === null && language !== 'en') missing.push('names')
  if (!hasCities(country) && code !== 'en') missing.push('addresses')
  if ((country === null || !hasPhones(country)) && code !== 'en') missing.push('phones')
  return { code, country, names, missing }
}

function namesOf(code: string, language: string): LocaleWords['names'] {
  const more = {
    ...(FAMILY_FIRST.has(language) ? { familyFirst: true as const } : {}),
    ...(DOUBLE.has(language) ? { double: true as const } : {}),
    ...(TITLES[language] === undefined ? {} : { titles: TITLES[language] }),
  }
  if (language === 'ja') return { ...japaneseNames, ...more }
  const own = load(code) ?? load(language)
  const english = load('en')
  // What a locale lacks is the English one's.
  if (own?.person === undefined || own.person.first_name === english?.person?.first_name) return null
  const { first_name: first, last_name: last } = own.person
  const female = kept(first?.female, first?.generic)
  const male = kept(first?.male, first?.generic)
  const family = kept(last?.female, last?.generic)
  const familyMale = kept(last?.male, last?.generic)
  if ([female, male, family].some((list) => list.length === 0)) return null
  const differ = familyMale.length > 0 && familyMale.join() !== family.join()
  return { female, male, last: family, ...(differ ? { lastMale: familyMale } : {}), ...more }
}

/** Null where faker has no such locale. */
function load(code: string): Definitions | null {
  try {
    return (require(`@faker-js/faker/locale/${code}`) as { readonly faker: Faker }).faker.rawDefinitions
  } catch (error) {
    if ((error as { code?: string }).code === 'MODULE_NOT_FOUND' || /not (defined|exported)/.test(String(error)))
      return null
    throw error
  }
}

/** As many as are kept, from all over the list, each once. */
function kept(list: readonly string[] | null | undefined, instead: readonly string[] | null | undefined): string[] {
  const found = list !== null && list !== undefined && list.length > 0 ? list : (instead ?? [])
  const fit = [...new Set(found)].filter((name) => name.length <= LONGEST && !/[\d=|{}]/.test(name))
  return fit.length <= KEPT
    ? fit
    : Array.from({ length: KEPT }, (_, i) => fit[Math.floor((i * fit.length) / KEPT)] as string)
}
