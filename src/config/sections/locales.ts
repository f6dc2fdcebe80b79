import { z } from 'zod'
import { setting } from '../setting.ts'

const TAG = /^[a-z]{2,3}([-_][A-Z][a-z]{3})?([-_]([A-Z]{2}|[0-9]{3}))?$/

/** A language, with a country where one is meant. */
const languageTag = z.string().regex(TAG, 'a language tag, as de, de-AT or pt_BR')

/** One for everybody, several in equal shares, or by weight. */
export const locale = z.union([
  languageTag,
  z.array(languageTag).min(1),
  z
    .record(languageTag, z.number().positive())
    .refine((weights) => Object.keys(weights).length > 0, 'a language with its weight'),
])

/** Whose names and places the rows hold. */
export const locales = {
  locale: setting(locale, {
    description: 'Languages and countries of names, addresses, telephone numbers and currencies: one, or by weight',
    examples: ['de', { de: 3, en: 1 }],
    group: 'Contents',
    flag: '--locale',
    argument: '<tag>',
    env: 'SUPA_SEED_LOCALE',
    otherwise: 'many origins, in English',
  }),
}
