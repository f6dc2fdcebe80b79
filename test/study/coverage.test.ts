import { describe, expect, it } from 'vitest'
import { meaningsOf } from '../../src/study/meaning/meaning-of.ts'
import { commerce } from './names/commerce.ts'
import { content } from './names/content.ts'
import { readSchemas } from './names/read-schemas.ts'
import { saas } from './names/saas.ts'
import { samples } from './names/samples.ts'

const schemas = { ...samples, ...saas, ...commerce, ...content }
const tables = readSchemas(schemas).map((table) => ({ ...table, meanings: meaningsOf(table.relation, table.facts) }))
const texts = tables.flatMap(({ schema, relation, texts: names, meanings }) =>
  names.map((name) => ({ place: `${schema} ${relation.name}.${name}`, meaning: meanings[name] ?? null })),
)
const shapeAt = (place: string): string | null => {
  const found = texts.find((one) => one.place === place)
  if (found === undefined) throw new Error(`no such column: ${place}`)
  return found.meaning?.shape ?? null
}

/** Columns whose names mislead, and what they are; null where nothing is better than a guess. */
const READ: Readonly<Record<string, string | null>> = {
  'northwind employees.title_of_courtesy': 'person.prefix',
  'northwind orders.ship_name': 'person.full',
  'adventureworks productphoto.largephotofilename': null,
  'hospital patients.blood_type': 'label.kind',
  'calcom bookings.smsreminder_number': 'person.phone',
  'chatwoot users.message_signature': null,
  'chatwoot channel_email.smtp_address': 'internet.domain',
  'gitlab issues.title': 'content.task',
  'gitlab notes.noteable_type': null,
  'gitlab ci_builds.target_url': 'internet.url',
  'gitlab identities.provider': 'label.kind',
  'twenty company.name': 'company.name',
  'dub clicks.country': 'place.country',
  'papermark views.viewer_email': 'person.email',
  'hr assets.asset_tag': 'text.code',
  'crm accounts.name': 'company.name',
  'crm calls.to_number': 'person.phone',
  'medusa region_country.iso_3': 'place.countryCode',
  'medusa product.hs_code': 'text.code',
  'odoo ir_attachment.store_fname': 'file.name',
  'odoo account_move.ref': 'text.code',
  'odoo product_category.parent_path': null,
  'bank accounts.bic': 'text.code',
  'bank cards.masked_pan': 'label.kind',
  'travel airports.iata_code': 'text.code',
  'discourse posts.raw': 'content.body',
  'discourse email_logs.to_address': 'person.email',
  'discourse site_settings.value': 'label.kind',
  'ghost users.meta_title': 'content.title',
  'ghost posts.lexical': null,
  'wordpress wp_comments.comment_agent': 'internet.userAgent',
  'media songs.key_signature': 'label.kind',
  'media songs.isrc': 'text.code',
  'devtools repositories.description': 'content.excerpt',
  'devtools servers.region': 'label.kind',
  'community pets.breed': 'label.kind',
}

describe('the coverage of column names', () => {
  it('knows what nine of ten text columns of typical schemas say', () => {
    expect(Object.keys(schemas).length).toBeGreaterThanOrEqual(35)
    expect(texts.length).toBeGreaterThan(1500)
    const generic = texts.filter(({ meaning }) => meaning === null || meaning.shape.startsWith('text.words'))
    expect(1 - generic.length / texts.length).toBeGreaterThanOrEqual(0.9)
  })

  for (const [place, shape] of Object.entries(READ)) {
    it(`reads ${place} as ${shape ?? 'nothing sure'}`, () => expect(shapeAt(place)).toBe(shape))
  }

  it('takes words of a list only where two of them fit', () => {
    for (const { relation, facts, meanings } of tables)
      for (const [name, meaning] of Object.entries(meanings)) {
        const values = meaning?.shape === 'label.kind' ? meaning.options?.values : undefined
        if (!Array.isArray(values)) continue
        const most = facts[name]?.domain.maxLength ?? 999
        expect(new Set(values).size, `${relation.name}.${name}`).toBeGreaterThan(1)
        expect(values.filter((value) => String(value).length > most)).toEqual([])
      }
  })
})
