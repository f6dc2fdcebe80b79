import type { ShapeName } from '../../../model/shapes.ts'

export const placeWords: readonly (readonly [ShapeName | null, string])[] = [
  [
    null,
    'email address | mac address | phone country code | country calling code | calling code | dial code | dialing code | web address | programming language | contract address | memory address',
  ],
  [
    'place.street',
    'street | street address | street name | address line 1 | address line1 | addr1 | address 1 | addr line 1 | line 1 | line one | address line | address line one | street 1 | street line 1 | street and number | street address 1',
  ],
  [
    'place.street2',
    'address line 2 | address 2 | addr2 | addr line 2 | line 2 | line two | address line two | street 2 | street line 2 | apartment number | apt | suite | apartment no | street address 2',
  ],
  [
    'place.city',
    'city | town | city name | hometown | birthplace | birth place | place of birth | locality | departure city | departure airport city | arrival city',
  ],
  [
    'place.regionCode',
    'state code | region code | province code | state abbr | state abbreviation | state province code | subdivision code',
  ],
  [
    'place.region',
    'district | country area | city area | region | province | county | state province | state or province | state region | region name | state name | prefecture | administrative area | county name',
  ],
  [
    'place.postcode',
    'zip | zip code | zipcode | postcode | postal code | post code | postal | plz | pincode | pin code | postal zip',
  ],
  [
    'place.countryCode',
    'country code | iso country | iso country code | iso2 | iso alpha 2 | country iso | country iso2 | country iso code | alpha 2 code | iso 3 | iso3 | alpha 3 code | iso alpha 3',
  ],
  [
    'place.country',
    'tax residency | tax country | country | country name | country of origin | country of residence | country of birth | nation | residence country',
  ],
  ['place.latitude', 'latitude | lat'],
  ['place.longitude', 'longitude | lng | lon | long coordinate'],
  ['place.timezone', 'timezone | time zone | tz | timezone name | iana timezone | tz name | tzname'],
  ['place.locale', 'locale | locale code | language locale | culture code'],
  [
    'place.language',
    'language | lang | language code | preferred language | lang code | spoken language | native language | original language | language iso | ui language',
  ],
  [
    'place.address',
    'address | full address | formatted address | addr | postal address | mailing address | street address full | home address | billing address | shipping address | delivery address | pickup address | dropoff address | property address | venue address',
  ],
]
