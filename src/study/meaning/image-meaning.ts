import type { Meaning } from '../../model/study.ts'
import { entityOf } from './entity-of.ts'
import { ending, lexicon } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { singular } from './tokens.ts'

const TAILS = /^(url|uri|link|src|href)$/
const IMAGES = lexicon([
  [
    'avatar',
    'avatar | profile picture | profile photo | profile image | profile pic | headshot | user image | user photo | profile avatar',
  ],
  ['picture', 'photo | picture | image | img | pic | portrait'],
  [
    'image',
    'logo | thumbnail | thumb | cover | banner | poster | favicon | screenshot | hero | hero image | cover image | cover photo | featured image | background | background image | og image | icon | artwork | header image | preview image | banner image | main image | product image | qr code | badge | flag | album art | cover art',
  ],
])
/** Links that say whose site it is. */
const SITES = /^(website|homepage|web|site)$/

/** Links: to a face, to a picture, to a company's site, to anything. */
export function imageMeaning(subject: Subject): Meaning | null {
  const { words, table } = subject
  const tail = TAILS.test(words.at(-1) ?? '') && words.length > 1
  const rest = tail ? words.slice(0, -1) : words
  const hit = ending(IMAGES, rest)
  const hasPerson = table.kind === 'person'
  if (
    hit?.value === 'avatar' &&
    (hasPerson ||
      hit.before.length > 0 ||
      table.kind === 'thing' ||
      table.kind === 'comment' ||
      table.kind === 'review' ||
      /^profile|^user|headshot/.test(hit.phrase))
  )
    return {
      shape: 'person.avatar',
      entity: entityOf(subject, 'person.avatar', hit.before),
      evidence: hasPerson ? 'name and table' : 'name',
    }
  if (hit?.value === 'avatar') return { shape: 'internet.image', entity: null, evidence: 'name and table' }
  if (hit?.value === 'picture' && hasPerson && hit.before.length === 0)
    return { shape: 'person.avatar', entity: 'person', evidence: 'name and table' }
  if (hit !== null && (tail || /^(photo|picture|img|logo|thumbnail|poster|favicon|thumb|banner)$/.test(hit.phrase)))
    return { shape: 'internet.image', entity: null, evidence: 'name' }
  const site = SITES.test(singular(rest.at(-1) ?? '')) && (tail || rest.length === 1)
  if (table.kind === 'company' && (site || (words.length === 1 && tail)))
    return { shape: 'company.url', entity: 'company', evidence: 'name and table' }
  return tail ? { shape: 'internet.url', entity: null, evidence: 'name' } : null
}
