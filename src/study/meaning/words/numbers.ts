export type Skew = 'even' | 'low' | 'middle'

/** Money in whole units: `[least, most, phrases]`. */
export const amountWords: readonly (readonly [least: number, most: number, list: string])[] = [
  [
    5,
    500,
    'price | unit price | amount | list price | sale price | regular price | retail price | compare at price | base price | unit amount | selling price | value amount | original price | item price | line price | price amount | current price | cash',
  ],
  [2, 300, 'cost | unit cost | cost price | purchase price | wholesale price | cogs'],
  [
    10,
    1000,
    'total | subtotal | sub total | grand total | total amount | total price | order total | line total | net amount | gross amount | net total | gross total | amount due | amount paid | amount total | paid amount | total cost | invoice total | net | gross | sum | charge amount | total due | total paid | debit | credit | payment amount | order amount | invoice amount | refund amount | amount refunded | balance due | transaction amount',
  ],
  [1, 100, 'tax | tax amount | vat amount | sales tax | tax total | total tax | vat total'],
  [
    1,
    50,
    'fee | charge | delivery charge | service charge | service fee | platform fee | commission | processing fee | tip | surcharge | discount | discount amount | discount total | total discount | penalty | late fee | transaction fee | application fee | commission amount | tip amount | discount value amount | interest amount | cleaning fee | fine',
  ],
  [
    3,
    30,
    'shipping | shipping cost | shipping fee | shipping price | delivery fee | shipping amount | shipping total | delivery cost | freight | postage',
  ],
  [
    0,
    5000,
    'balance | opening balance | closing balance | account balance | available balance | current balance | balance after | wallet balance | balance before | ledger balance | store credit',
  ],
  [500, 3500, 'rent | monthly rent | rent amount | lease amount'],
  [100, 5000, 'deposit | down payment | security deposit | deposit amount'],
  [
    20,
    250,
    'hourly rate | daily rate | rate per hour | rate per night | nightly rate | price per night | consultation fee | hour rate | day rate | pay rate | tuition per credit',
  ],
  [
    1000,
    50000,
    'loan amount | principal | credit limit | coverage amount | limit amount | principal amount | premium amount annual | deal value | deal amount | contract value | tuition | expected revenue | opportunity amount | estimated value | mrr | arr | donation goal | goal amount | target amount | invested amount',
  ],
  [
    30000,
    150000,
    'salary | annual salary | base salary | salary min | salary max | income | annual income | yearly salary | gross salary | net salary | compensation | wage',
  ],
  [
    1000,
    100000,
    'budget | revenue | turnover | total revenue | spend | total spend | annual revenue | planned budget | market value | profit | funding | lifetime value',
  ],
]

/** A `price` of another order of magnitude, by table. */
export const pricesByTable: Readonly<Record<string, readonly [least: number, most: number]>> = {
  property: [80_000, 900_000],
  vehicle: [4_000, 60_000],
  feature: [5, 200],
  subscription: [5, 200],
}

/** Other numbers: `[least, most, skew, phrases]`. */
export const numberWords: readonly (readonly [least: number, most: number, skew: Skew, list: string])[] = [
  [
    1,
    10,
    'low',
    'quantity | qty | quantity ordered | item quantity | order quantity | quantity shipped | quantity requested | seat booked | guest number',
  ],
  [
    0,
    500,
    'low',
    'stock | inventory | stock quantity | quantity on hand | inventory quantity | quantity available | stock level | available quantity | in stock | on hand | quantity in stock | stock on hand | units in stock | inventory level | stock qty | available stock',
  ],
  [
    5,
    50,
    'even',
    'reorder level | reorder point | low stock threshold | minimum stock | reorder quantity | min stock | safety stock',
  ],
  [
    1,
    5,
    'even',
    'rating | star | star rating | overall rating | average rating | avg rating | priority | severity | priority level | importance | difficulty | satisfaction | mood | stars given | rating value | urgency | rating average',
  ],
  [0, 10, 'even', 'nps | nps score | pain level | pain scale'],
  [
    0,
    100,
    'middle',
    'score | percent | percentage | pct | progress | completion | progress percent | completion percent | percent complete | battery | battery level | humidity | mark | grade | grade point | test score | exam score | quality score | lead score | popularity | completion rate | total score | percentile | credit utilization | attendance rate | health score',
  ],
  [300, 850, 'middle', 'credit score'],
  [
    0,
    25,
    'low',
    'tax rate | vat rate | commission rate | interest rate | discount rate | discount percent | discount percentage | tax percent | commission percent | tax percentage | vat percent | vat percentage | apr | interest percent | fee percent | discount pct | tax pct | annual rate | commission pct',
  ],
  [
    0,
    1,
    'even',
    'probability | confidence | similarity | ratio | confidence score | relevance | relevance score | similarity score | conversion rate | ctr | open rate | click rate | bounce rate | error rate | sentiment | churn probability | accuracy | sentiment score',
  ],
  [1, 20, 'low', 'read minute | reading minute | minute read | minute to read | reading time minute'],
  [0.5, 2, 'middle', 'exchange rate | conversion factor | fx rate | currency rate'],
  [18, 80, 'middle', 'age'],
  [0, 30, 'low', 'experience | year experience | year of experience | experience year'],
  [
    1990,
    2025,
    'even',
    'year | release year | model year | fiscal year | publication year | graduation year | year published | published year | academic year | year built | founded year | year founded | year made | established year | founding year | tax year',
  ],
  [1955, 2005, 'middle', 'birth year | year of birth'],
  [2027, 2032, 'even', 'exp year | expiry year | expiration year | card exp year'],
  [
    1,
    12,
    'even',
    'month | exp month | expiry month | expiration month | birth month | card exp month | month number | fiscal month',
  ],
  [1, 4, 'even', 'quarter | fiscal quarter'],
  [0, 6, 'even', 'day of week | weekday | dow | week day'],
  [1, 28, 'even', 'day of month | billing day'],
  [1, 52, 'even', 'week | week number'],
  [0, 23, 'even', 'hour of day'],
  [
    1,
    10,
    'low',
    'level | season | season number | round | chapter | grade level | player level | floor | floor number | hierarchy level | episode season | depth level',
  ],
  [1, 5, 'low', 'version | revision | version number | revision number | lock version | schema version | row version'],
  [
    0,
    3,
    'low',
    'attempt | retry | attempts made | failed attempt | login attempt | failed login attempt | retry number | try',
  ],
  [1, 5, 'low', 'bedroom | bed | num bedroom | room | max attempt | max retry | occupancy | occupant'],
  [1, 3, 'low', 'bathroom | bath'],
  [400, 3500, 'middle', 'area sqft | square feet | sqft | square foot | living area | lot size | floor area'],
  [30, 250, 'middle', 'area | area sqm | square meter | sqm | surface | size sqm'],
  [
    10,
    500,
    'low',
    'capacity | max capacity | max participant | max attendee | seat capacity | attendance | max guest count',
  ],
  [
    1,
    100,
    'low',
    'max use | max redemption | usage limit | seat | license seat | max user | max member | max seat | seat limit | min quantity | max quantity | max guest | point | reward point | page number | story point estimate',
  ],
  [
    1,
    8,
    'low',
    'story point | semester | credit hour | estimate point | estimated hour | actual hour | hour worked | credit unit | lane | serving | party size',
  ],
  [50, 600, 'middle', 'page | page total | calorie'],
  [
    0,
    10000,
    'low',
    'xp | experience point | loyalty point | gold | coin | gem | total point | karma | reputation | high score | credit balance point',
  ],
  [
    1,
    100,
    'middle',
    'hp | health | mana | stamina | strength | attack | defense | damage | power | armor | speed | dexterity | intelligence | agility',
  ],
  [1000, 180000, 'middle', 'mileage | odometer'],
  [1, 500, 'low', 'distance | distance km | distance mile'],
  [-10, 38, 'middle', 'temperature | temp | temperature celsius'],
  [55, 120, 'middle', 'heart rate | pulse | bpm'],
  [100, 150, 'middle', 'systolic | blood pressure systolic | systolic bp'],
  [60, 95, 'middle', 'diastolic | blood pressure diastolic | diastolic bp'],
  [2, 4, 'middle', 'gpa | cgpa'],
  [1024, 65535, 'even', 'port | port number'],
  [0, 3, 'low', 'status | state | type | kind | role | flag | category | stage'],
]

export const weightWords =
  'weight | body weight | gross weight | net weight | total weight | shipping weight | package weight'
export const heightWords = 'height | body height'
export const sideWords = 'width | length | depth | diameter | thickness | radius'
export const sizeWords =
  'file size | size | byte | size byte | filesize | content length | byte size | file size byte | size in byte | file length'
export const durationWords =
  'duration | elapsed | runtime | run time | latency | response time | processing time | execution time | reading time | read time | prep time | cook time | timeout | delay | interval | length | play time | playtime | time spent | cooking time | preparation time | total time | estimated time | uptime | wait time | lead time | watch time | time | session length | retention | validity | notice period | warranty | term | trial | estimated | delivery | trial period | stay'

/** Units at the end of a name, and how much of each a duration takes. */
export const durationUnits: readonly (readonly [least: number, most: number, list: string])[] = [
  [20, 5000, 'ms | millisecond | milli | msec'],
  [30, 3600, 'second | sec | s'],
  [5, 180, 'minute | min'],
  [1, 40, 'hour | hr | h'],
  [1, 30, 'day'],
  [1, 24, 'month'],
  [1, 12, 'week'],
]

/** Other units, left out before a number is looked up. */
export const units =
  'kg | g | gram | lb | oz | cm | mm | m | km | mile | inch | in | px | pixel | usd | eur | gbp | unit | value | pound'

/** Whole numbers that say the place in a row. */
export const positionWords =
  'position | order | sort | sort order | sort index | display order | sequence | seq | idx | index | ordinal | ordering | rank | rank order | line number | line no | step | step number | item order | order index | sort key | order number | sequence number | track number | chapter number | episode number | lesson number | line | menu order | display position | position index | list position | slot index | stop number | stop sequence | row number | priority order | order num | seq no | sequence no | list order | sort position | question number | step order | sort no | weight order'

/** Bare plurals that count something. */
export const counterWords =
  'likes | views | comments | shares | downloads | clicks | impressions | votes | upvotes | downvotes | followers | following | visits | replies | wins | losses | draws | goals | assists | kills | deaths | plays | hits | installs | retweets | reposts | reactions | bookmarks | favorites | subscribers | sessions | uses | usage | matches played | games played | pageviews | page views | opens | conversions | absences | karma votes | unread | streak | current streak | longest streak | invocations | hits total | children | adults | infants'
