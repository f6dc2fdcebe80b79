import type { ShapeName } from '../../../model/shapes.ts'
import type { TableKind } from './tables.ts'

/** The main text of a row by what the table holds: `body`, `content`, `text`, `html` … */
export const bodyByTable: Readonly<Partial<Record<TableKind, ShapeName>>> = {
  comment: 'content.comment',
  answer: 'content.comment',
  review: 'content.review',
  message: 'content.message',
  note: 'content.note',
  task: 'content.note',
  question: 'content.question',
  tag: 'content.tag',
  product: 'product.description',
  person: 'person.bio',
  group: 'content.message',
}

/** What a `description` is by table; else an excerpt. */
export const descriptionByTable: Readonly<Partial<Record<TableKind, ShapeName>>> = {
  product: 'product.description',
  inventory: 'product.description',
  line: 'product.name',
  person: 'person.bio',
  payment: 'content.note',
  task: 'content.note',
  appointment: 'content.note',
  tracking: 'content.note',
  run: 'content.note',
}

/** The name of a row by what the table holds: `name`, `title`, `label`. Null: names there are not words that we have. */
export const nameByTable: Readonly<Record<TableKind, ShapeName | null>> = {
  person: 'person.full',
  company: 'company.name',
  product: 'product.name',
  line: 'product.name',
  group: 'content.team',
  category: 'content.category',
  tag: 'content.tag',
  city: 'place.city',
  country: 'place.country',
  region: 'place.region',
  language: 'place.language',
  locale: 'place.locale',
  currency: null,
  timezone: 'place.timezone',
  color: 'product.color',
  brand: 'product.brand',
  department: 'company.department',
  industry: 'company.industry',
  role: 'label.role',
  job: 'person.job',
  place: 'company.name',
  property: 'content.title',
  event: 'content.event',
  tracking: null,
  task: 'content.task',
  feature: 'content.feature',
  post: 'content.title',
  work: 'content.title',
  comment: 'content.title',
  review: 'content.title',
  message: 'content.title',
  note: 'content.title',
  question: 'content.question',
  answer: 'content.feature',
  order: 'content.team',
  invoice: 'content.title',
  payment: null,
  subscription: 'content.feature',
  method: null,
  account: null,
  shipment: null,
  trip: null,
  appointment: 'content.event',
  run: 'content.task',
  invitation: 'content.team',
  coupon: 'content.event',
  inventory: 'product.name',
  file: 'file.name',
  vehicle: null,
  animal: 'person.first',
  key: 'content.feature',
  setting: null,
  permission: null,
  thing: 'content.title',
}

/** Words that name the row itself. */
export const nameWords =
  'name | nm | display name | label | caption | public name | short name | long name | internal name'
export const titleWords =
  'variant label | twitter title | portal title | welcome title | source title | talk title | topic title | fancy title | custom title | thread title | record title | commit message | record name | title | headline | heading | subject | meta title | seo title | og title | page title | post title | article title | book title | movie title | course title | short title | header | alt | alt text | course name | song name | song title | book name | lesson title | email subject | subject line | report name | document title | display title | chapter title | video title | campaign name'
export const bodyWords =
  'raw | cooked | lyric | readme | changelog | release note | release notes text | body | content | text | html | markdown | md | article | full text | body text | body content | plain text | rich text | body plain'
export const proseWords: readonly (readonly [ShapeName, string])[] = [
  [
    'content.message',
    'message | chat message | msg | message text | message body | prompt | transcript | cover letter | signature | message signature | email signature | reminder body | email body | sms body | greeting | welcome message',
  ],
  ['content.comment', 'comment | reply | answer | comment text | comment body | answer text | response text | opinion'],
  [
    'content.review',
    'quote | customer quote | review | feedback | testimonial | review text | review body | pro | con',
  ],
  [
    'content.note',
    'note | remark | memo | reason | instruction | special request | internal note | admin note | notice | delivery instruction | private note | rejection reason | cancellation reason | resolution | explanation | justification | additional info | strength | improvement | requirement | responsibility | rule | house rule | next step | evidence | impact | conclusion | hypothesis | narration | resolution note | out of office message text | meeting point | special instruction | note text | observation | recommendation',
  ],
  [
    'content.excerpt',
    'preheader | preview line | syllabus | lore | quote text | about app | data privacy text | header text | footer text | report footer | report header | itinerary | fallback title | excerpt | summary | abstract | overview | intro | introduction | teaser | snippet | subtitle | short description | meta description | seo description | og description | synopsis | blurb | preview | tagline | sub title | subheading | subheadline | about | preview text | short text | lead text | brief | objective | goal | outcome | hint | help text | tooltip',
  ],
  [
    'content.excerpt',
    'description | desc | descr | detail | long description | full description | detailed description | job description | project description',
  ],
]
