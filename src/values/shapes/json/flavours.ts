import type { JsonFlavour } from '../../../model/shapes.ts'
import type { Value } from '../../../model/value.ts'
import type { Draws } from '../../shape-maker.ts'
import { lines } from '../../words/lines.ts'
import { nouns } from '../../words/nouns.ts'
import { excerpt, tag, title } from '../content/parts.ts'
import { emailLocal } from '../person/addresses.ts'
import { firstName, job, lastName, phone } from '../person/parts.ts'
import { city, latitude, longitude, postcode, street } from '../place/parts.ts'
import { brand, category, color, material, productName, sku } from '../product/parts.ts'
import { pick } from '../text/pick.ts'
import { sentence } from '../text/sentence.ts'
import { isoTime, type JsonSource } from './by-key.ts'

const LANGUAGES = lines('en | en | en | de | fr | es | nl | pt')
const THEMES = lines('light | light | dark | system')
const SOURCES = lines('web | web | mobile | api | import')
const EVENTS = lines('page_view | signup | login | search | purchase | download | share | click')
const PAGES = lines('/ | /pricing | /docs | /blog | /settings | /checkout | /search | /account')
const DEVICES = lines('desktop | desktop | mobile | mobile | tablet')
const FREQUENCIES = lines('daily | weekly | weekly | never')
const ZONES = lines('UTC | Europe/Berlin | Europe/London | America/New_York | America/Los_Angeles | Asia/Tokyo')

/** Draws that no part of an entity uses. */
const OWN = 90

const likely = (draws: Draws, n: number): boolean => draws.below(OWN + n, 4) > 0
const coordinate = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

const settings: JsonSource = (draws) => ({
  theme: pick(draws, OWN, THEMES),
  language: pick(draws, OWN + 1, LANGUAGES),
  timezone: pick(draws, OWN + 2, ZONES),
  notifications: { email: likely(draws, 3), push: !likely(draws, 4), digest: pick(draws, OWN + 5, FREQUENCIES) },
})

const metadata: JsonSource = (draws) => ({
  source: pick(draws, OWN, SOURCES),
  version: 1 + draws.below(OWN + 1, 6),
  campaign: `${pick(draws, OWN + 2, nouns)}-${2021 + draws.below(OWN + 3, 5)}`,
  verified: likely(draws, 4),
})

const plainObject: JsonSource = (draws) => ({
  label: pick(draws, OWN, nouns),
  note: sentence(draws, OWN + 10),
  count: 1 + draws.below(OWN + 1, 40),
  active: likely(draws, 2),
})

const address: JsonSource = (draws) => {
  const { name, region, country } = city(draws)
  return { street: street(draws), city: name, region, postcode: postcode(draws), country: country.code }
}

const person: JsonSource = (draws) => ({
  firstName: firstName(draws),
  lastName: lastName(draws),
  email: `${emailLocal(draws)}@example.com`,
  phone: phone(draws),
  job: job(draws),
})

const product: JsonSource = (draws) => ({
  sku: sku(draws),
  name: productName(draws),
  brand: brand(draws),
  category: category(draws),
  attributes: { color: color(draws), material: material(draws), weight: 50 + draws.below(OWN, 4950) },
})

const event: JsonSource = (draws) => ({
  event: pick(draws, OWN, EVENTS),
  page: pick(draws, OWN + 1, PAGES),
  device: pick(draws, OWN + 2, DEVICES),
  duration: 200 + draws.below(OWN + 3, 60_000),
  at: isoTime(draws, OWN + 4),
})

const geojson: JsonSource = (draws) => ({
  type: 'Point',
  coordinates: [coordinate(longitude(draws)), coordinate(latitude(draws))],
})

const paragraph = (text: string): Value => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** A document as editors built on ProseMirror keep it. */
const richtext: JsonSource = (draws) => ({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title(draws) }] },
    paragraph(excerpt(draws)),
    paragraph(`${sentence(draws, OWN)} ${sentence(draws, OWN + 16)}`),
  ],
})

/** The same word in four languages. */
const WORDS: readonly (readonly [string, string, string, string])[] = [
  ['Save', 'Speichern', 'Enregistrer', 'Guardar'],
  ['Cancel', 'Abbrechen', 'Annuler', 'Cancelar'],
  ['Welcome', 'Willkommen', 'Bienvenue', 'Bienvenido'],
  ['Search', 'Suchen', 'Rechercher', 'Buscar'],
  ['Settings', 'Einstellungen', 'Paramètres', 'Ajustes'],
  ['Next', 'Weiter', 'Suivant', 'Siguiente'],
  ['Back', 'Zurück', 'Retour', 'Volver'],
  ['Delete', 'Löschen', 'Supprimer', 'Eliminar'],
  ['Summer', 'Sommer', 'Été', 'Verano'],
  ['Kitchen', 'Küche', 'Cuisine', 'Cocina'],
  ['Garden', 'Garten', 'Jardin', 'Jardín'],
  ['Books', 'Bücher', 'Livres', 'Libros'],
  ['New', 'Neu', 'Nouveau', 'Nuevo'],
  ['Sale', 'Angebot', 'Soldes', 'Rebajas'],
]

const translations: JsonSource = (draws): Value => {
  const [en, de, fr, es] = pick(draws, OWN, WORDS)
  if (draws.below(OWN + 1, 3) === 0) return { en, de }
  return { en, de, fr, es }
}

const tags: JsonSource = (draws) => {
  const first = tag(draws)
  const second = pick(draws, OWN, nouns)
  if (draws.below(OWN + 1, 2) === 0) return [first, second]
  return [first, second, pick(draws, OWN + 2, nouns) === second ? 'new' : pick(draws, OWN + 2, nouns)]
}

const list: JsonSource = (draws) => [
  { id: 1, label: title(draws), done: likely(draws, 0) },
  { id: 2, label: sentence(draws, OWN + 10), done: !likely(draws, 1) },
]

/** What columns of JSON hold, by flavour. */
export const flavours: Readonly<Record<JsonFlavour, JsonSource>> = Object.freeze({
  object: plainObject,
  settings,
  metadata,
  tags,
  address,
  person,
  product,
  event,
  geojson,
  richtext,
  translations,
  list,
  empty: () => ({}),
})
