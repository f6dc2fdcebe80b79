import type { ShapeName } from '../../../model/shapes.ts'

/** Companies, goods, money, files, software: phrases that say enough in any table. Null: known to be none of these. */
export const thingWords: readonly (readonly [ShapeName | null, string])[] = [
  [
    null,
    'routing number | sort code | model type | data type | source code | public key | eye color | hair color | blurhash | blur hash | middle initial | subject type | source type | owner type | table name | column name | schema name | class name | model name | function name | job name | type name | status code | http code | stack trace | country of manufacture | seo keyword score | key signature | message signature | email signature | signature line | order by | blog name handle',
  ],
  [
    'company.name',
    'company | company name | organization name | organisation name | org name | business name | legal name | trade name | employer | employer name | manufacturer | supplier | supplier name | vendor | vendor name | bank name | school name | insurance company | insurance provider | airline | publisher | store name | shop name | organization | organisation | institution | insurer | hospital name | registered name | merchant name | client company | issuing bank | record label | carrier name | partner name | carrier | developer | developer name | registrar | author company | source site title | speaker company',
  ],
  ['company.department', 'dept name | department | department name | dept | division'],
  ['company.industry', 'industry | sector | industry name | line of business'],
  ['company.slogan', 'slogan | motto | catch phrase | catchphrase'],
  ['company.email', 'company email | support email | info email | organization email | business email'],
  ['company.url', 'company url | company website | company web site | organization website | business website'],
  ['company.domain', 'company domain | email domain | organization domain'],
  ['product.name', 'product name | item name | product title | variant name | product | item title'],
  ['product.description', 'product description | item description'],
  ['product.brand', 'brand | brand name | product brand | make | make name'],
  ['product.category', 'product category'],
  ['product.material', 'material | fabric'],
  ['product.color', 'product color | car color | color name | colour name'],
  [
    'product.sku',
    'sku | default code | product code | item code | part number | article number | item number | mpn | model number | stock code | sku code | product number | part no',
  ],
  ['product.ean', 'ean | ean13 | upc | gtin | barcode | bar code | ean code | upc code'],
  ['product.isbn', 'isbn | isbn13 | isbn10 | isbn 13 | isbn 10'],
  [
    'commerce.currency',
    'currency | currency code | iso currency | currency iso | ccy | base currency | quote currency | iso currency code',
  ],
  [
    'commerce.unit',
    'unit of measure | uom | measurement unit | unit of measurement | quantity unit | unit name | measure unit',
  ],
  [
    'internet.url',
    'url | uri | link | website | homepage | web site | href | web page | site url | permalink url | web address | endpoint | callback | redirect | landing page | referrer | referer | http referer | linkedin | facebook | youtube | linkedin profile | facebook page | meeting link | video link',
  ],
  [
    'internet.domain',
    'smtp address | imap address | smtp server | imap server | smtp host | imap host | mail server | dns target | email host | domain | domain name | hostname | host name | custom domain | fqdn',
  ],
  [
    'internet.image',
    'image | photo | picture | thumbnail | thumb | cover | cover image | banner | logo | image src | hero image | poster | favicon | background image | featured image | cover photo | og image | img | pic | preview image | header image | banner image | screenshot | artwork image | icon image | album art | cover art',
  ],
  ['internet.userAgent', 'comment agent | user agent | useragent | ua | browser user agent | ua string'],
  [
    'internet.token',
    'invite key | jwt token key | token | api key | apikey | secret | secret key | client secret | access key | api token | webhook secret | session token | signing secret | private key | api secret | auth key | verification key | recovery key | license key | activation key',
  ],
  [
    'internet.hash',
    'hash | checksum | sha256 | sha1 | sha512 | md5 | sha | digest | signature | fingerprint | etag | commit sha | commit hash | salt | crc | wallet address | tx hash | hashed key | key hash | hashed client secret | token digest | idempotency key | nonce',
  ],
  ['internet.httpMethod', 'http method | request method | http verb'],
  [
    'file.name',
    'store fname | file fname | fname original | photo file name | thumbnail file name | file name | filename | original name | original filename | original file name | attachment name | document name file | uploaded file name | image name',
  ],
  [
    'file.path',
    'full path | content file | invoice file | original file | poster path | backdrop path | profile path | file location | file path | filepath | storage path | object key | s3 key | storage key | object path | image path | file key | upload path | document path | photo path | storage object path | media path',
  ],
  ['file.extension', 'extension | file extension | ext | file type | file format | file ext'],
  ['file.mime', 'mime | mime type | mimetype | content type | media type | file mime | file mime type'],
  [
    'software.version',
    'version | app version | firmware version | os version | api version | software version | version number | schema version | browser version | sdk version | client version | semver | version name',
  ],
  [
    'software.ip',
    'ip | ip address | ip addr | ipaddress | client ip | remote addr | remote ip | ipv4 | last ip | remote address | sign in ip',
  ],
  ['software.cron', 'cron | cron expression | cron schedule | crontab'],
  [
    'software.color',
    'hex color | color hex | colour hex | hex code | hex | background color | text color | primary color | secondary color | accent color | theme color | brand color | bg color | border color | font color | color code | foreground color | label color | flair color | badge color | widget color | dominant color | dark hex | light hex | dark brand color',
  ],
  ['software.icon', 'icon | icon name'],
  ['software.emoji', 'emoji | reaction emoji | emoji icon'],
  ['finance.iban', 'iban'],
  ['finance.card', 'card number | credit card number | pan | cc number | credit card'],
  [
    'finance.account',
    'account number | bank account | bank account number | account no | acct number | bank account no',
  ],
  [
    'finance.taxId',
    'tax id | vat id | vat number | tax number | ein | tin | gstin | vat | vat no | tax identifier | company number | registration number company | taxpayer id | tax identification number',
  ],
  ['label.priority', 'priority | severity | urgency | importance'],
  [
    'label.role',
    'role | user role | access level | permission level | account role | role name | member role | team role',
  ],
  ['label.status', 'status | stage | phase | lifecycle | workflow state | status name | stage name'],
  ['label.kind', 'type | kind | tier | classification | category type | variant type'],
  ['content.question', 'question | faq question | question text | security question | survey question'],
  [
    'content.team',
    'team | team name | project name | group name | workspace name | channel name | project | workspace | squad | room name | album | album name | album title | playlist name',
  ],
  ['content.event', 'event title'],
  ['content.task', 'task | task name | task title | issue title | ticket title | todo | action item'],
  ['content.category', 'category | category name | subcategory | topic | sub category'],
  [
    'content.tag',
    'expertise | tag | tag name | label name | keyword | hashtag | skill | hobby | interest | meta keyword | seo keyword | skill name | focus keyword',
  ],
  ['content.feature', 'feature name | feature | plan name | package name | tier name | module name'],
]
