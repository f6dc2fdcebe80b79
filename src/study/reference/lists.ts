import { countries } from './countries.ts'
import { currencies, languages, timezones } from './places-and-money.ts'
import type { ReferenceList } from './reference-list.ts'
import { statusLists } from './status-lists.ts'

const list = (
  name: string,
  tables: string,
  columns: readonly string[],
  rows: string,
  closed = true,
): ReferenceList => ({
  name,
  tables,
  columns,
  closed,
  rows: rows
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim())),
})

const NAME = 'name | title | label | display name | display | value'
const CODE = 'code | key | slug | identifier | handle | value'
const ABOUT = 'description | desc | summary | about | note'

/** Look-up tables and what is in them. The first whose name fits is taken. */
export const referenceLists: readonly ReferenceList[] = [
  countries,
  currencies,
  languages,
  timezones,
  list(
    'roles',
    'role | user role | app role | account role | access role | system role | team role',
    [NAME, CODE, ABOUT, 'level | rank | hierarchy level | weight'],
    `Owner | owner | Everything, billing and deletion included | 1
     Admin | admin | Manages members and settings | 2
     Manager | manager | Manages the work of a team | 3
     Editor | editor | Creates and changes content | 4
     Member | member | Takes part in daily work | 5
     Support | support | Answers customers, changes nothing else | 6
     Analyst | analyst | Reads everything, and exports reports | 7
     Viewer | viewer | Reads what is shared | 8
     Guest | guest | Sees single items by invitation | 9`,
  ),
  list(
    'permissions',
    'permission | privilege | app permission | capability | access right',
    [
      `${NAME} | permission | ${CODE} | codename`,
      ABOUT,
      'resource | subject | object type | module',
      'action | action type | verb',
    ],
    ['users', 'roles', 'posts', 'comments', 'orders', 'invoices', 'settings', 'reports']
      .flatMap((thing) =>
        ['read', 'create', 'update', 'delete'].map(
          (verb) => `${thing}.${verb} | May ${verb} ${thing} | ${thing} | ${verb}`,
        ),
      )
      .join('\n'),
  ),
  list(
    'plans',
    'plan | pricing plan | subscription plan | billing plan | membership plan | price plan | subscription tier | service plan | membership tier',
    [NAME, CODE, ABOUT],
    `Free | free | For trying things out
     Starter | starter | For one person and the first projects
     Pro | pro | For professionals who work every day
     Team | team | For small teams with shared work
     Business | business | For growing companies with many teams
     Enterprise | enterprise | For organisations with special needs`,
  ),
  ...statusLists,
  list(
    'priorities',
    'priority | priority level | ticket priority | task priority | issue priority',
    [NAME, CODE, 'level | rank | weight | value | sort order', 'color | colour | hex color'],
    `Low | low | 1 | #6b7280
     Medium | medium | 2 | #2563eb
     High | high | 3 | #d97706
     Urgent | urgent | 4 | #dc2626`,
  ),
  list(
    'severities',
    'severity | severity level',
    [NAME, CODE, 'level | rank | weight | value | sort order'],
    `Low | low | 1
     Moderate | moderate | 2
     High | high | 3
     Critical | critical | 4`,
  ),
  list(
    'genders',
    'gender | gender type | sex',
    [NAME, 'code | abbreviation | short name | symbol'],
    `Female | F
     Male | M
     Non-binary | X
     Prefer not to say | U`,
  ),
  list(
    'units',
    'unit of measure | unit measure | uom | measurement unit | unit of measurement | measure unit | unit type | unitmeasure | unit',
    [
      NAME,
      'code | symbol | abbreviation | abbr | unit measure code | short name',
      'type | kind | category | dimension',
    ],
    `Piece | pc | count
     Kilogram | kg | weight
     Gram | g | weight
     Litre | l | volume
     Millilitre | ml | volume
     Metre | m | length
     Centimetre | cm | length
     Square metre | m2 | area
     Hour | h | time
     Minute | min | time
     Box | box | count
     Pair | pr | count`,
  ),
  list(
    'payment methods',
    'payment method | payment type | payment method type | payment option | payment mode',
    [NAME, CODE, ABOUT],
    `Credit card | credit_card | Paid at once by card
     Debit card | debit_card | Taken from the account at once
     Bank transfer | bank_transfer | Two to three working days
     PayPal | paypal | Paid with an account at the provider
     Invoice | invoice | Payable within 14 days
     Cash | cash | Paid in person
     Gift card | gift_card | Paid from a balance`,
  ),
  list(
    'shipping methods',
    'shipping method | delivery method | shipping option | delivery option | ship method | shipping type',
    [NAME, CODE, ABOUT],
    `Standard | standard | Three to five working days
     Express | express | The next working day
     Overnight | overnight | By noon of the next day
     Economy | economy | Six to ten working days
     Pickup | pickup | Collected from a store`,
  ),
  list(
    'continents',
    'continent',
    [NAME, 'code | abbreviation | continent code'],
    `Africa | AF
     Antarctica | AN
     Asia | AS
     Europe | EU
     North America | NA
     Oceania | OC
     South America | SA`,
  ),
  list(
    'weekdays',
    'weekday | day of week | week day',
    [NAME, 'code | abbreviation | short name', 'number | day number | sort order | iso number'],
    `Monday | Mon | 1
     Tuesday | Tue | 2
     Wednesday | Wed | 3
     Thursday | Thu | 4
     Friday | Fri | 5
     Saturday | Sat | 6
     Sunday | Sun | 7`,
  ),
  list(
    'genres',
    'genre | music genre | book genre | movie genre',
    [NAME, CODE],
    `Drama | drama
     Comedy | comedy
     Thriller | thriller
     Documentary | documentary
     Fantasy | fantasy
     Romance | romance
     History | history
     Science fiction | science-fiction
     Adventure | adventure
     Mystery | mystery
     Biography | biography
     Animation | animation
     Family | family
     Horror | horror
     Musical | musical
     Poetry | poetry
     Crime | crime
     Sports | sports
     Travel | travel
     Classics | classics
     Essays | essays
     Western | western
     War | war
     Satire | satire`,
    false,
  ),
  list(
    'product categories',
    'product category | item category | shop category | store category | listing category',
    [NAME, CODE, ABOUT],
    `Electronics | electronics | Devices, cables and everything with a plug
     Books | books | From paperbacks to picture books
     Clothing | clothing | For every season
     Shoes | shoes | For streets, trails and halls
     Home and Kitchen | home-and-kitchen | What a household needs
     Furniture | furniture | Tables, chairs and shelves
     Garden | garden | Tools, pots and seeds
     Toys and Games | toys-and-games | For children and those who stayed it
     Sports and Outdoors | sports-and-outdoors | For training and for trips
     Beauty | beauty | Care for skin and hair
     Health | health | What keeps people well
     Groceries | groceries | Food that keeps
     Pet Supplies | pet-supplies | For dogs, cats and smaller friends
     Office Supplies | office-supplies | Paper, pens and order
     Automotive | automotive | Parts and care for cars
     Tools | tools | For repairs and for building
     Music | music | Instruments and what belongs to them
     Jewellery | jewellery | Rings, chains and watches
     Baby | baby | For the first two years
     Bags and Luggage | bags-and-luggage | For every day and for journeys`,
    false,
  ),
]
