import type { ReferenceList } from './reference-list.ts'

const ROWS = `US|USA|840|United States|1|USD|North America|Washington
GB|GBR|826|United Kingdom|44|GBP|Europe|London
DE|DEU|276|Germany|49|EUR|Europe|Berlin
FR|FRA|250|France|33|EUR|Europe|Paris
ES|ESP|724|Spain|34|EUR|Europe|Madrid
IT|ITA|380|Italy|39|EUR|Europe|Rome
PT|PRT|620|Portugal|351|EUR|Europe|Lisbon
NL|NLD|528|Netherlands|31|EUR|Europe|Amsterdam
BE|BEL|056|Belgium|32|EUR|Europe|Brussels
AT|AUT|040|Austria|43|EUR|Europe|Vienna
CH|CHE|756|Switzerland|41|CHF|Europe|Bern
IE|IRL|372|Ireland|353|EUR|Europe|Dublin
PL|POL|616|Poland|48|PLN|Europe|Warsaw
SE|SWE|752|Sweden|46|SEK|Europe|Stockholm
NO|NOR|578|Norway|47|NOK|Europe|Oslo
DK|DNK|208|Denmark|45|DKK|Europe|Copenhagen
FI|FIN|246|Finland|358|EUR|Europe|Helsinki
CZ|CZE|203|Czechia|420|CZK|Europe|Prague
GR|GRC|300|Greece|30|EUR|Europe|Athens
HU|HUN|348|Hungary|36|HUF|Europe|Budapest
RO|ROU|642|Romania|40|RON|Europe|Bucharest
CA|CAN|124|Canada|1|CAD|North America|Ottawa
MX|MEX|484|Mexico|52|MXN|North America|Mexico City
BR|BRA|076|Brazil|55|BRL|South America|Brasília
AR|ARG|032|Argentina|54|ARS|South America|Buenos Aires
CL|CHL|152|Chile|56|CLP|South America|Santiago
CO|COL|170|Colombia|57|COP|South America|Bogotá
AU|AUS|036|Australia|61|AUD|Oceania|Canberra
NZ|NZL|554|New Zealand|64|NZD|Oceania|Wellington
JP|JPN|392|Japan|81|JPY|Asia|Tokyo
KR|KOR|410|South Korea|82|KRW|Asia|Seoul
CN|CHN|156|China|86|CNY|Asia|Beijing
IN|IND|356|India|91|INR|Asia|New Delhi
SG|SGP|702|Singapore|65|SGD|Asia|Singapore
TH|THA|764|Thailand|66|THB|Asia|Bangkok
TR|TUR|792|Türkiye|90|TRY|Asia|Ankara
ZA|ZAF|710|South Africa|27|ZAR|Africa|Pretoria
KE|KEN|404|Kenya|254|KES|Africa|Nairobi
EG|EGY|818|Egypt|20|EGP|Africa|Cairo
MA|MAR|504|Morocco|212|MAD|Africa|Rabat
NG|NGA|566|Nigeria|234|NGN|Africa|Abuja
IS|ISL|352|Iceland|354|ISK|Europe|Reykjavík`

/** Codes of ISO 3166-1, names in English, calling codes, currencies (ISO 4217). */
export const countries: ReferenceList = {
  name: 'countries',
  tables: 'country | nation | res country | region country | country region',
  closed: true,
  columns: [
    'iso 2 | iso2 | code | alpha 2 | alpha2 | country code | iso code | iso | cca2 | code 2 | iso alpha 2 | iso 3166 1 alpha 2 | alpha 2 code | country region code | short code | id',
    'iso 3 | iso3 | alpha 3 | alpha3 | cca3 | code 3 | iso alpha 3 | alpha 3 code | country code 3',
    'num code | numeric code | numcode | iso numeric | numeric',
    'name | country | country name | title | label | display name | nicename | common name | nation | official name | english name',
    'phone code | calling code | dial code | phonecode | dialing code | calling prefix',
    'currency | currency code',
    'continent | region | region name | continent name',
    'capital | capital city',
  ],
  rows: ROWS.split('\n').map((line) => line.split('|')),
}
