import { expand } from './expand.ts'
import { lines } from './lines.ts'

/** Notes that people leave for themselves or for others. */
export const noteTemplates = lines(`
{fact} {next}
{fact} {next}
{fact} {fact}
{fact}
{next} {fact}
{fact} {fact} {next}
`)

const gaps = {
  month: lines(
    'January | February | March | April | May | June | July | August | September | October | November | December',
  ),
  day: lines('Monday | Tuesday | Wednesday | Thursday | Friday'),
  time: lines('mornings | afternoons | evenings | weekends'),
  thing: lines('quote | invoice | contract | sample | floor plan | price list | certificate | form | brochure | key'),
  paper: lines('quote | invoice | contract | certificate | application | order form | receipt'),
  season: lines('spring | summer | autumn | winter'),
}

export const noteLists = {
  fact: expand(
    lines(`
Best reached by phone, {time} preferred.
Asked for the {paper} on paper.
Delivery only through the back entrance.
Spoke on the phone, friendly and well prepared.
Contract runs until {month}.
Allergic to nuts, please tell the kitchen.
Has two small children, so {time} do not work.
Old number no longer works, use the mobile.
Keys are with the neighbour on the second floor.
Paid in cash, receipt handed over.
Waiting for the {thing}.
Would like the {paper} for the larger size.
First visit went well.
The {paper} was accepted without changes.
Interested, but not before {season}.
Sent a reminder about the {thing}.
Left a message with the receptionist.
Documents are complete, except for the {paper}.
Signature is still missing on the {paper}.
Met at the trade fair in {month}, wants to see a demo.
Address changed in {month}.
The dog is friendly, ring twice.
Measured again: two centimetres shorter than planned.
Parking is difficult before ten.
Away until {month}.
`),
    gaps,
  ),
  next: expand(
    lines(`
Call back on {day}.
Follow up in {month}.
Send the {thing}.
Ask again in {season}.
No action needed.
Check the address before sending.
Offer a discount for the second order.
Discuss with the team on {day}.
Wait for their reply.
Bring the {thing} next time.
Update the file once it is signed.
Remind two days before.
Close if nothing comes back by {month}.
Book a second appointment.
`),
    gaps,
  ),
}
