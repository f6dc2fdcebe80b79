import type { JsonFlavour } from '../../../model/shapes.ts'

export const jsonWords: readonly (readonly [JsonFlavour, string])[] = [
  [
    'settings',
    'setting | preference | config | configuration | option | pref | theme | notification setting | notification preference | customization | feature flag | privacy | display setting | user preference | opts | default | permission',
  ],
  [
    'metadata',
    'metadata | meta | meta data | raw user meta data | raw app meta data | extra | additional data | custom data | context | info | properties metadata | public data | private metadata | public metadata | utm | source data | user metadata | app metadata | custom field | extra data | tracking data',
  ],
  ['tags', 'tag | label | keyword | categories | skill | topic | genre | interest | amenity | role | scope | hashtag'],
  [
    'address',
    'address | billing address | shipping address | billing detail | shipping detail | home address | delivery address | addr | billing | mailing address | postal address',
  ],
  [
    'person',
    'contact | person | customer | author | profile | emergency contact | contact info | user | customer detail | user info | sender | recipient | owner | contact detail | user data | passenger | guest detail',
  ],
  ['product', 'product | product data | item data | product snapshot | variant | specification | attribute | spec'],
  [
    'event',
    'event | payload | event data | body data | webhook payload | request body | properties | event properties | data payload | log data | message payload | activity | props | request | response',
  ],
  [
    'geojson',
    'geojson | geometry | geo | coordinate | location | geo json | geom | boundary | polygon | lat lng | latlng | gps | position',
  ],
  [
    'richtext',
    'rich text | richtext | content | body | document | doc | content json | editor state | body json | prosemirror | tiptap | lexical | description | note | text',
  ],
  [
    'translations',
    'translation | i18n | name | title | label translation | title translation | name translation | description translation | localized | locale data | l10n | name i18n | title i18n | subtitle | headline | slug translation',
  ],
  [
    'list',
    'item | line item | list | option list | choice | question | answer | step | image | photo | attachment | file | block | section | field | column | row | entry | history | change log | product list | variant list | link | ingredient | message | phone | email | timeline | rule | condition | schedule | reaction | member | event list | record | sections list | widget | layout | error list | comment',
  ],
]

/** Flavours that are lists by nature. */
export const listFlavours: readonly JsonFlavour[] = ['tags', 'list']
