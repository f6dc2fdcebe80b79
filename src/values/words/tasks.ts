import { lines } from './lines.ts'

/** Things to do, as they stand on lists and boards. */
export const taskTemplates = lines(`
{^change} {artefact} {scope}
{^change} {artefact} {scope}
{^change} the {artefact2} {scope}
{^change} {artefact} before {deadline}
{^talk} {people} about {artefact}
{^talk} {people} about the {artefact2}
{^check} why {symptom} {scope}
Find out why {symptom} {scope}
Fix {symptomNoun} {scope}
Fix {symptomNoun} in {artefact}
{^prepare} {artefact} for {deadline}
{^prepare} the {artefact2} for {people}
{^organise} {happening} with {people}
{^organise} {happening} before {deadline}
Decide on {artefact} {scope}
{^change} {artefact} and inform {people}
Get feedback from {people} on {artefact}
Replace {artefact} {scope}
`)

export const taskLists = {
  change: lines(
    'update | review | simplify | translate | rewrite | clean up | archive | reorder | shorten | extend | publish | document | migrate | test | redesign | proofread',
  ),
  check: lines('check | investigate | look into | explain | reproduce'),
  talk: lines('talk to | call | write to | ask | remind | meet'),
  prepare: lines('prepare | draft | collect | print | finalise | outline | schedule'),
  organise: lines('organise | book | plan | schedule | prepare | arrange'),
  artefact: lines(
    `the price list | the onboarding guide | the landing page | the newsletter | the contract template | the help centre | the release notes | the welcome e-mail | the customer survey | the team calendar | the privacy policy | the product photos | the invoice layout | the test plan | the backup script | the sign-up form | the search results | the settings page | the quarterly report | the floor plan | the style guide | the delivery terms | the access list | the demo data | the emergency contacts | the training slides`,
  ),
  artefact2: lines(
    `budget | agenda | roadmap | inventory | seating plan | draft | presentation | job advert | guest list | checklist | timetable | changelog | photo archive | key register | travel plan | glossary`,
  ),
  scope: lines(
    `on mobile | for new customers | in all languages | for the spring campaign | in the archive | after the move | for the second floor | on the staging site | for returning visitors | in the app | for the annual meeting | in the shop | with the latest numbers | for the pilot group | for screen readers | across all teams | in the footer | for the winter season | on older devices | after the last update | in the customer area | for partners`,
  ),
  symptom: lines(
    `the export is empty | exports take so long | reminders arrive twice | the form loses its data | photos are rotated | totals differ by a cent | the search finds nothing | the page jumps while loading | invitations end up in spam | the filter forgets its state | dates are off by one day | the printer leaves out page two`,
  ),
  symptomNoun: lines(
    `the broken links | the wrong time zone | duplicate entries | the slow loading time | the missing translations | the blurry logo | the failing import | the typo | the overlapping buttons | the rounding error | the endless redirect | the empty state | the contrast | the tab order | the dead phone number`,
  ),
  people: lines(
    `the design team | accounting | the new colleague | the supplier | legal | customer support | the landlord | the board | the press | the neighbours | the volunteers | the printers | the tax adviser | sales | the agency | the night shift | the interns | the hosting provider`,
  ),
  deadline: lines(
    `Friday | the end of the month | the launch | the next sprint | the board meeting | the holidays | Tuesday noon | the audit | the trade fair | the first of the month | the open day | the new term`,
  ),
  happening: lines(
    `the summer party | a kick-off meeting | the quarterly review | a photo shoot | an interview | a site visit | the handover | a tasting | a fire drill | a workshop | a farewell lunch | the user test | a retrospective | the delivery`,
  ),
}
