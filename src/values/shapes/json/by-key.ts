import type { Value } from '../../../model/value.ts'
import type { Draws } from '../../shape-maker.ts'
import { lines } from '../../words/lines.ts'
import { nouns } from '../../words/nouns.ts'
import { colors } from '../../words/product-names.ts'
import { companyName } from '../company/parts.ts'
import { tag, title } from '../content/parts.ts'
import { emailLocal, username } from '../person/addresses.ts'
import { firstName, fullName, job, lastName, phone } from '../person/parts.ts'
import { city, latitude, longitude, postcode, street } from '../place/parts.ts'
import { category, productName, sku } from '../product/parts.ts'
import { pick } from '../text/pick.ts'
import { sentence } from '../text/sentence.ts'
import { slugify } from '../text/slugify.ts'
import { hex32 } from '../type/hex.ts'
import { uuidOf } from '../type/uuid.ts'

/** Makes a JSON value from the draws of one key. */
export type JsonSource = (draws: Draws) => Value

/** A moment of 2024 or 2025 as JSON has it. Fixed years: only columns of times depend on `now`. */
export function isoTime(draws: Draws, n: number): string {
  return new Date(1_704_067_200_000 + draws.below(n, 63_158_400) * 1000).toISOString()
}

const word: JsonSource = (draws) => pick(draws, 0, nouns)
const two: JsonSource = (draws) => `${pick(draws, 0, nouns)}-${pick(draws, 1, nouns)}`
const tags: JsonSource = (draws) => {
  const first = tag(draws)
  const second = pick(draws, 60, nouns)
  return draws.below(61, 2) === 0 ? [first, second] : [first, second, pick(draws, 62, nouns)]
}
const below =
  (least: number, count: number): JsonSource =>
  (draws) =>
    least + draws.below(0, count)
const one = (text: string): JsonSource => {
  const list = lines(text)
  return (draws) => pick(draws, 0, list)
}
const cents: JsonSource = (draws) => (100 + draws.below(0, 19_900)) / 100
const uuid: JsonSource = (draws) => uuidOf(draws.bits(0), draws.bits(1), draws.bits(2), draws.bits(3))
const url: JsonSource = (draws) => `https://www.example.com/${pick(draws, 0, nouns)}/${pick(draws, 1, nouns)}`
const image: JsonSource = (draws) => `https://images.example.com/${pick(draws, 0, nouns)}-${draws.below(1, 999)}.jpg`
const rounded =
  (source: (draws: Draws) => number): JsonSource =>
  (draws) =>
    Math.round(source(draws) * 1e4) / 1e4
const flag: JsonSource = (draws) => draws.below(0, 3) > 0

/** What keys hold, by their name in small letters without `_` and `-`; the first that matches. */
const SOURCES: readonly (readonly [RegExp, JsonSource])[] = [
  [
    /^(?:is|has|can|allow|show|enable|use)[a-z]|enabled$|disabled$|^(?:active|public|verified|published|visible|default|required|beta|subscribed|notifications?|push|sms|marketing)$/,
    flag,
  ],
  [/(?:^|[a-z])uuid$|guid$/, uuid],
  [/cents$/, below(100, 19_900)],
  [/email$/, (draws) => `${emailLocal(draws)}@example.com`],
  [/phone|mobile|telephone/, phone],
  [/firstname|givenname/, firstName],
  [/lastname|surname|familyname/, lastName],
  [/fullname|displayname|^author|^owner$|assignee|contactperson|createdby|updatedby/, fullName],
  [/username|handle|nickname|^login$/, username],
  [/jobtitle|^position$|occupation|^job$/, job],
  [/company|organi[sz]ation|^employer/, companyName],
  [/avatar|image|photo|picture|logo|thumbnail/, image],
  [/url$|link$|website|href|homepage|^src$/, url],
  [/street|^line1$|address1|^address$/, street],
  [/postal|postcode|^zip/, postcode],
  [/countrycode/, (draws) => city(draws).country.code],
  [/country/, (draws) => city(draws).country.name],
  [/^city$|^town$/, (draws) => city(draws).name],
  [/^state$|region|province/, (draws) => city(draws).region],
  [/^lat(?:itude)?$/, rounded(latitude)],
  [/^(?:lng|lon|long|longitude)$/, rounded(longitude)],
  [/timezone|^tz$/, (draws) => city(draws).timezone],
  [/locale/, (draws) => city(draws).country.locale],
  [/^lang(?:uage)?$/, (draws) => city(draws).country.locale.slice(0, 2)],
  [/currency/, one('USD | USD | EUR | EUR | GBP')],
  [/theme|appearance/, one('light | dark | system')],
  [/colou?r/, (draws) => `#${hex32(draws.bits(0)).slice(2)}`],
  [/sku/, sku],
  [/productname|^product$/, productName],
  [/price|amount|total$|cost|balance|revenue|salary|fee$|tax/, cents],
  [/percent|progress|completion/, below(0, 101)],
  [/rating|stars/, below(1, 5)],
  [/score/, below(40, 60)],
  [/quantity|qty|count|number$|^num|^views$|^likes$|visits|clicks/, below(1, 120)],
  [/^age$/, below(18, 60)],
  [/year/, below(2015, 11)],
  [/width|height|depth|length/, below(10, 190)],
  [/weight/, below(100, 4900)],
  [/^size$/, one('XS | S | M | M | L | XL')],
  [/duration|seconds|minutes|timeout|ttl/, below(5, 115)],
  [/port$/, one('80 | 443 | 5432 | 8080')],
  [
    /(?:created|updated|deleted|expires|started|ended|sent|paid|due|published|seen|login)at$|date$|time$|^on$|timestamp|expires|^(?:start|end)$|deadline/,
    (draws) => isoTime(draws, 0),
  ],
  [/version/, (draws) => `${1 + draws.below(0, 4)}.${draws.below(1, 12)}.${draws.below(2, 9)}`],
  [/tags|labels|keywords|items|list|categories|roles|permissions|features|options|interests|topics/, tags],
  [/status|state$/, one('active | active | pending | completed | archived')],
  [/priority/, one('low | medium | medium | high')],
  [/role/, one('member | member | editor | admin')],
  [/source|channel|medium|referrer/, one('web | web | mobile | api | newsletter | search')],
  [/platform|device|^os$/, one('web | ios | android | desktop')],
  [/browser/, one('Chrome | Firefox | Safari | Edge')],
  [/frequency|interval|period|cycle/, one('daily | weekly | monthly')],
  [/method/, one('email | card | invoice | phone')],
  [/plan|tier/, one('free | starter | team | business')],
  [/^gender$/, one('female | male | other')],
  [/ip(?:address)?$/, (draws) => `192.0.2.${1 + draws.below(0, 254)}`],
  [/useragent/, one('Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0')],
  [/token|secret|key$|hash|signature/, (draws) => `test_${hex32(draws.bits(0))}${hex32(draws.bits(1))}`],
  [/^id$|^ref(?:erence)?$/, below(1, 9_999)],
  [/slug/, (draws) => slugify(title(draws))],
  [/category|group|department/, category],
  [/type|kind|mode|variant|layout|format/, one('standard | standard | custom | basic')],
  [/title|headline|subject/, title],
  [/^name$|name$/, two],
  [
    /description|summary|notes?$|comment|message|body|text|content|bio|reason|caption|about/,
    (draws) => sentence(draws, 0),
  ],
  [/material/, one('oak | steel | cotton | linen | glass')],
  [/brand|vendor|manufacturer/, (draws) => companyName(draws)],
  [/position|order|index|rank|level|sort|step/, below(1, 20)],
  [/min$|max$|limit|threshold|value/, below(1, 100)],
  [/shade/, (draws) => pick(draws, 0, colors)],
]

/** What a key of a JSON object probably holds; a word where its name says nothing. Decided once, when a column is compiled. */
export function sourceByKey(key: string): JsonSource {
  const name = key.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  // `user_id`, `userId`: in small letters alone they would look like `paid`.
  if (/(?:_id|Id)s?$/.test(key)) return below(1, 9_999)
  return SOURCES.find(([pattern]) => pattern.test(name))?.[1] ?? word
}
