import type { ShapeName } from '../../../model/shapes.ts'

/** What the items of a text array are. */
export const arrayWords: readonly (readonly [ShapeName, string])[] = [
  [
    'content.tag',
    'tag | label | keyword | topic | hashtag | skill | interest | hobby | tag name | search term | tag list | expertise | specialty | speciality | meta keyword | subject',
  ],
  ['content.category', 'category'],
  ['content.feature', 'feature | amenity | benefit | highlight | service | perk | capability | facility'],
  [
    'internet.image',
    'image | photo | picture | image url | photo url | gallery | screenshot | thumbnail | picture url | gallery image | img',
  ],
  [
    'internet.url',
    'url | link | website | attachment url | file url | video url | redirect uri | redirect url | allowed origin | reference url | social link | media url | callback url | video | source url',
  ],
  ['internet.domain', 'domain | allowed domain | hostname | host | email domain'],
  ['place.language', 'language | spoken language | language spoken'],
  ['place.locale', 'locale | supported locale'],
  ['place.country', 'country | shipping country'],
  ['place.countryCode', 'country code | allowed country | supported country'],
  ['place.city', 'city'],
  [
    'person.email',
    'email | recipient email | cc | bcc | email address | to email | cc email | invited email | notify email',
  ],
  ['person.phone', 'phone | phone number'],
  [
    'person.full',
    'author | actor | cast | artist | participant name | attendee name | author name | director | writer | speaker | member name',
  ],
  ['person.username', 'username | mention | nickname'],
  ['product.color', 'color | colour'],
  ['product.material', 'material'],
  ['product.sku', 'sku'],
  ['commerce.currency', 'currency | supported currency'],
  ['label.role', 'role'],
  ['software.ip', 'ip | ip address | allowed ip | ip whitelist'],
  ['file.name', 'file | file name | attachment | filename | document'],
  ['file.path', 'file path | path'],
  ['file.mime', 'mime type | allowed mime type | content type'],
  ['file.extension', 'extension | file type | file extension'],
  ['content.note', 'note | step | instruction | goal | objective | remark'],
  ['content.comment', 'comment'],
  ['content.question', 'question'],
  ['software.emoji', 'emoji | reaction'],
  ['company.name', 'company | brand name | vendor'],
  ['product.brand', 'brand'],
  ['company.industry', 'industry'],
]
