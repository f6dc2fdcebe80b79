import type { ReferenceList } from './reference-list.ts'

const rows = (text: string): readonly (readonly string[])[] => text.split('\n').map((line) => line.split('|'))

/** Codes of ISO 4217. */
export const currencies: ReferenceList = {
  name: 'currencies',
  tables: 'currency | res currency | currency code',
  closed: true,
  columns: [
    'code | currency code | iso code | iso | iso 4217 | alphabetic code | id | currency | abbreviation',
    'name | currency name | title | label | display name | full name | english name',
    'symbol | sign | currency symbol | symbol native',
    'decimal digit | decimal place | decimal | exponent | minor unit | precision | scale | fraction digit',
    'numeric code | num code | iso numeric | numeric',
  ],
  rows: rows(`USD|US Dollar|$|2|840
EUR|Euro|€|2|978
GBP|Pound Sterling|£|2|826
CHF|Swiss Franc|CHF|2|756
JPY|Japanese Yen|¥|0|392
CAD|Canadian Dollar|CA$|2|124
AUD|Australian Dollar|A$|2|036
NZD|New Zealand Dollar|NZ$|2|554
SEK|Swedish Krona|kr|2|752
NOK|Norwegian Krone|kr|2|578
DKK|Danish Krone|kr|2|208
PLN|Polish Zloty|zł|2|985
CZK|Czech Koruna|Kč|2|203
HUF|Hungarian Forint|Ft|2|348
RON|Romanian Leu|lei|2|946
TRY|Turkish Lira|₺|2|949
MXN|Mexican Peso|MX$|2|484
BRL|Brazilian Real|R$|2|986
ARS|Argentine Peso|AR$|2|032
INR|Indian Rupee|₹|2|356
CNY|Chinese Yuan|CN¥|2|156
KRW|South Korean Won|₩|0|410
SGD|Singapore Dollar|S$|2|702
THB|Thai Baht|฿|2|764
ZAR|South African Rand|R|2|710
KES|Kenyan Shilling|KSh|2|404
ISK|Icelandic Króna|kr|0|352`),
}

/** Codes of ISO 639-1. */
export const languages: ReferenceList = {
  name: 'languages',
  tables: 'language | lang | res lang | spoken language',
  closed: true,
  columns: [
    'code | iso | iso code | iso 639 1 | lang code | language code | id | locale | short code | iso2',
    'name | language | language name | title | label | display name | english name',
    'native name | native | local name | endonym | autonym',
    'iso 3 | iso3 | iso 639 2 | code 3 | iso 639 3',
  ],
  rows: rows(`en|English|English|eng
de|German|Deutsch|deu
fr|French|Français|fra
es|Spanish|Español|spa
it|Italian|Italiano|ita
pt|Portuguese|Português|por
nl|Dutch|Nederlands|nld
pl|Polish|Polski|pol
sv|Swedish|Svenska|swe
da|Danish|Dansk|dan
nb|Norwegian|Norsk|nob
fi|Finnish|Suomi|fin
cs|Czech|Čeština|ces
hu|Hungarian|Magyar|hun
ro|Romanian|Română|ron
tr|Turkish|Türkçe|tur
el|Greek|Ελληνικά|ell
uk|Ukrainian|Українська|ukr
ar|Arabic|العربية|ara
he|Hebrew|עברית|heb
hi|Hindi|हिन्दी|hin
th|Thai|ไทย|tha
ja|Japanese|日本語|jpn
ko|Korean|한국어|kor
zh|Chinese|中文|zho`),
}

/** Names of the IANA database; offsets without summer time. */
export const timezones: ReferenceList = {
  name: 'time zones',
  tables: 'timezone | time zone | tz',
  closed: true,
  columns: [
    'name | identifier | tz | iana | iana name | tz name | zone | timezone | value | id | code',
    'utc offset | offset | gmt offset | offset text',
    'abbreviation | abbr | short name',
    'label | display name | title | description',
  ],
  rows: rows(`UTC|+00:00|UTC|Coordinated Universal Time
Europe/London|+00:00|GMT|London
Europe/Berlin|+01:00|CET|Berlin
Europe/Paris|+01:00|CET|Paris
Europe/Madrid|+01:00|CET|Madrid
Europe/Athens|+02:00|EET|Athens
Europe/Istanbul|+03:00|TRT|Istanbul
Africa/Johannesburg|+02:00|SAST|Johannesburg
Africa/Nairobi|+03:00|EAT|Nairobi
Asia/Dubai|+04:00|GST|Dubai
Asia/Kolkata|+05:30|IST|Kolkata
Asia/Bangkok|+07:00|ICT|Bangkok
Asia/Singapore|+08:00|SGT|Singapore
Asia/Shanghai|+08:00|CST|Shanghai
Asia/Tokyo|+09:00|JST|Tokyo
Asia/Seoul|+09:00|KST|Seoul
Australia/Sydney|+10:00|AEST|Sydney
Pacific/Auckland|+12:00|NZST|Auckland
America/New_York|-05:00|EST|New York
America/Chicago|-06:00|CST|Chicago
America/Denver|-07:00|MST|Denver
America/Los_Angeles|-08:00|PST|Los Angeles
America/Toronto|-05:00|EST|Toronto
America/Mexico_City|-06:00|CST|Mexico City
America/Sao_Paulo|-03:00|BRT|São Paulo
America/Argentina/Buenos_Aires|-03:00|ART|Buenos Aires`),
}
