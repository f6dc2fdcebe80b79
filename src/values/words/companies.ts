import { lines } from './lines.ts'

/** A line of business: what its companies are called, what they promise and which departments they have. */
export interface Trade {
  readonly industry: string
  /** Second words of company names. */
  readonly kinds: readonly string[]
  /** What they work on, as it stands in a slogan. */
  readonly goods: readonly string[]
}

const trade = (industry: string, kinds: string, goods: string): Trade =>
  Object.freeze({ industry, kinds: lines(kinds), goods: lines(goods) })

export const trades: readonly Trade[] = Object.freeze([
  trade(
    'Software',
    'Labs | Software | Systems | Technologies | Cloud | Apps | Digital | Logic',
    'software | better tools | your daily work | teams that ship',
  ),
  trade(
    'Logistics',
    'Logistics | Freight | Shipping | Couriers | Transport | Express',
    'every delivery | goods on the move | your supply chain | the last mile',
  ),
  trade(
    'Healthcare',
    'Health | Clinics | Medical | Care | Wellness | Diagnostics',
    'your health | better care | healthy families | patients first',
  ),
  trade(
    'Construction',
    'Construction | Builders | Contracting | Masonry | Homes | Engineering',
    'buildings that last | solid ground | your next home | good foundations',
  ),
  trade(
    'Food & Beverage',
    'Foods | Bakery | Kitchen | Roasters | Brewery | Provisions | Orchards',
    'honest food | good taste | fresh ingredients | the family table',
  ),
  trade(
    'Finance',
    'Capital | Finance | Partners | Advisory | Investments | Trust',
    'your savings | sound decisions | long-term growth | clear accounts',
  ),
  trade(
    'Insurance',
    'Insurance | Mutual | Assurance | Underwriting',
    'peace of mind | the unexpected | what matters to you | every risk',
  ),
  trade(
    'Education',
    'Academy | Learning | Institute | School | Tutors | Press',
    'lifelong learning | curious minds | better lessons | every student',
  ),
  trade(
    'Energy',
    'Energy | Solar | Power | Wind | Renewables | Grid',
    "clean power | tomorrow's grid | bright homes | lower bills",
  ),
  trade(
    'Retail',
    'Stores | Trading | Outfitters | Market | Supply | Goods',
    'things you need | fair prices | everyday essentials | good neighbours',
  ),
  trade(
    'Manufacturing',
    'Industries | Manufacturing | Works | Tools | Machining | Components',
    'precision parts | quality by hand | machines that run | fine tolerances',
  ),
  trade(
    'Media',
    'Media | Studios | Pictures | Broadcasting | Publishing | Stories',
    'stories worth telling | clear voices | the bigger picture | your audience',
  ),
  trade(
    'Consulting',
    'Consulting | Advisors | Associates | Strategy | Group',
    'better questions | change that lasts | clear decisions | growing businesses',
  ),
  trade(
    'Travel',
    'Travel | Journeys | Tours | Expeditions | Hospitality | Hotels',
    'the open road | slow journeys | new places | your next trip',
  ),
  trade(
    'Agriculture',
    'Farms | Growers | Seeds | Vineyards | Agriculture | Estates',
    'healthy soil | the next harvest | good land | fields and families',
  ),
  trade(
    'Design',
    'Design | Studio | Creative | Interiors | Architects | Atelier',
    'good form | spaces to live in | thoughtful design | simple things',
  ),
  trade(
    'Biotechnology',
    'Bio | Biosciences | Therapeutics | Genomics | Life Sciences',
    'science for life | better medicine | new answers | careful research',
  ),
  trade(
    'Legal Services',
    'Law | Legal | Solicitors | Chambers | Notaries',
    'your rights | plain advice | fair agreements | sound contracts',
  ),
  trade(
    'Real Estate',
    'Properties | Estates | Realty | Living | Housing',
    'a place to stay | good addresses | homes for everyone | your front door',
  ),
  trade(
    'Telecommunications',
    'Telecom | Networks | Wireless | Connect | Mobile',
    'good connections | every call | faster networks | staying in touch',
  ),
])

/** First words of company names. */
export const companyWords = lines(`
Alder | Amber | Anchor | Apex | Arbor | Arrow | Ashdown | Aspen | Aurora | Bayside | Beacon | Birchwood | Bluebird | Bluestone | Bramble | Bridgeport | Brightwater | Broadleaf
Brookfield | Canyon | Cardinal | Cedar | Cinder | Clearview | Cloverfield | Cobalt | Compass | Copperfield | Coral | Cornerstone | Crescent | Crestview | Crosswind | Dovetail
Driftwood | Eastgate | Ember | Evergreen | Fairhaven | Falcon | Fernhill | Fieldstone | Firefly | Flint | Foxglove | Glenwood | Goldcrest | Granite | Greenfield | Greystone
Halcyon | Harborview | Hawthorn | Hazelwood | Heron | Highland | Hillcrest | Horizon | Ironbridge | Ivory | Juniper | Kestrel | Keystone | Kingfisher | Lakeshore | Landmark | Lantern
Larkspur | Laurel | Lighthouse | Lindenhof | Longmeadow | Maple | Marigold | Meadowlark | Meridian | Mill Lane | Millstone | Moonrise | Mosaic | Northfield | Northstar | Northwind | Oakridge
Obsidian | Old Harbour | Orchard | Osprey | Otter Creek | Overland | Paragon | Pebble | Pinecrest | Pinnacle | Polaris | Prairie | Quarry Hill | Quayside | Quill | Redwood | Ridgeline
Riverbend | Riverstone | Rosewood | Rowan | Saffron | Sandstone | Seabright | Sequoia | Silverline | Skylark | Snowdrop | Southbank | Sparrow | Spring Street | Stonebridge | Stonecrop
Summit | Sunfield | Swiftwater | Sycamore | Tamarack | Terrace | Thistle | Three Oaks | Tidewater | Timberline | Torchlight | Trailhead | Tributary | Tundra | Upland | Valley | Vanguard
Verdant | Wayfarer | Westbrook | Whitewater | Wildflower | Willowbrook | Windmill | Wren | Yellowstone | Zephyr
`)

export const departments = lines(`
Accounting | Administration | Business Development | Communications | Compliance | Customer Success | Customer Support | Data | Design | Engineering | Facilities | Finance
Human Resources | Information Technology | Legal | Logistics | Manufacturing | Marketing | Operations | Procurement | Product | Public Relations | Quality Assurance
Research and Development | Sales | Security | Strategy | Training
`)

export const sloganTemplates = lines(`
{^aim} {goods}.
{^aim} {goods}, {manner}.
{^goods}, {manner}.
{^goods}. {^manner}.
{^trait} and {trait} since {year}.
With {goods} in mind.
{^aim} {goods} since {year}.
Made for {goods}.
`)

export const sloganLists = {
  aim: lines(
    'caring for | working for | standing up for | thinking about | making room for | building on | at home with | taking care of | here for',
  ),
  manner: lines(
    'every single day | made simple | with care | without the fuss | from the ground up | done right | close to home | one step ahead | for generations | rain or shine',
  ),
  trait: lines('simple | reliable | local | fair | careful | independent | personal | honest | modern | friendly'),
  year: lines(
    '1887 | 1902 | 1924 | 1946 | 1958 | 1967 | 1974 | 1983 | 1991 | 1996 | 2001 | 2006 | 2009 | 2012 | 2015 | 2018',
  ),
}
