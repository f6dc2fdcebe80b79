import { lines } from './lines.ts'

/** Names of teams, groups, projects and channels. */
export const teamTemplates = lines(`
{adjective} {noun}
{adjective} {noun}
{noun} {kind}
{noun} {kind}
{field} {kind}
{field} {kind}
{place} {field}
{place} {kind}
{field} & {field}
Project {noun}
Project {adjective} {noun}
The {adjective} {noun} {kind}
`)

export const teamLists = {
  kind: lines(
    'Team | Group | Crew | Circle | Collective | Guild | Squad | Lab | Studio | Club | Unit | Hub | Council | Workshop | Alliance',
  ),
  field: lines(
    `Design | Growth | Platform | Finance | Support | Research | Marketing | Operations | Mobile | Data | People | Sales | Security | Content | Partnerships | Logistics | Quality | Community | Product | Infrastructure | Customer Success | Events | Legal | Procurement | Education | Analytics | Payments | Search | Checkout | Onboarding`,
  ),
  place: lines(
    'North | South | East | West | Central | Coastal | Highland | Downtown | Harbour | Riverside | Alpine | Nordic | Atlantic | Pacific | Lakeside',
  ),
}

/** Names of events and gatherings. */
export const eventTemplates = lines(`
{theme} {occasion}
{theme} {occasion}: {angle}
{season} {theme} {occasion}
{place} {theme} {occasion}
Introduction to {theme}
Introduction to {theme}: {angle}
An evening of {theme}
An evening of {theme} {where}
Public {occasion}: {theme}
{theme} {where}
{season} {occasion} {where}
{theme} for {audience}
{theme} for {audience}: {angle}
{place} {season} {occasion}
{theme} and {theme}: a joint {occasionLower}
`)

export const eventLists = {
  season: lines(
    'Spring | Summer | Autumn | Winter | Annual | Monthly | Midsummer | New Year | Early Bird | Late Night',
  ),
  occasion: lines(
    'Workshop | Meetup | Festival | Conference | Fair | Retreat | Day | Gathering | Webinar | Market | Concert | Hackathon | Exhibition | Walk | Masterclass | Roundtable',
  ),
  occasionLower: lines('workshop | meetup | evening | exhibition | walk | discussion | lunch | weekend'),
  theme: lines(
    `Photography | Data | Design | Jazz | Gardening | Wine | Cycling | Startup | Ceramics | Poetry | Trail Running | Film | Coffee | Chess | Climbing | Craft | Local Food | Literature | Product | Security | Leadership | Street Food | Astronomy | Theatre | Woodworking | Yoga | Architecture | Open Source | Language Exchange | Improvisation | Book Swap | Choir | Robotics | Watercolour`,
  ),
  angle: lines(
    `what comes next | a practical start | stories from the field | from idea to plan | the basics | ten years later | behind the scenes | show and tell | questions welcome | learning by doing | past and future | small steps | a first look | lessons learned | hands on`,
  ),
  where: lines(
    `in the Park | at the Old Mill | by the River | at the Town Hall | in the Library | on the Roof | at the Harbour | in the Courtyard | at the Station | under the Stars | in the Greenhouse | at the Lake`,
  ),
  place: lines(
    'Riverside | Old Town | Harbour | Northside | Hilltop | Lakeside | Market Square | Southbank | Meadow | Eastside',
  ),
  audience: lines(
    'Beginners | Families | Teams | Neighbours | Students | Night Owls | Teachers | Newcomers | Makers | Everyone',
  ),
}

/** Features, components and labels of software. */
export const featureTemplates = lines(`
{quality} {object}
{quality} {object}
{object} {part}
{object} {part}
{quality} {object} {part}
{object} for {who}
{quality} {object} for {who}
{object} {part} for {who}
`)

export const featureLists = {
  quality: lines(
    'Shared | Custom | Offline | Bulk | Scheduled | Smart | Saved | Two-step | Real-time | Inline | Weekly | Public | Private | Automatic | Mobile | Guided | Encrypted | Multi-language | Recurring | Archived',
  ),
  object: lines(
    'Calendar | Search | Invoice | Report | Dashboard | Comment | File | Notification | Profile | Billing | Team | Contact | Task | Form | Export | Import | Message | Payment | Template | Webhook | Booking | Inventory | Survey | Timeline | Permission | Audit',
  ),
  part: lines(
    'View | Editor | Filters | History | Settings | Sync | Alerts | Picker | Widget | Preview | Shortcuts | API | Panel | Wizard | Limits | Overview',
  ),
  who: lines('Admins | Guests | Teams | Managers | Editors | Partners | Mobile | Enterprise | Visitors | New Members'),
}
