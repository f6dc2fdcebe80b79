import { expand } from './expand.ts'
import { lines } from './lines.ts'

/** Reviews of something bought: most are content, some are not, and none contradicts itself. */
export const reviewTemplates = lines(`
{good} {detail}
{good} {detail} {detail}
{good} {detail} {praise}
{good} {detail} {reservation}
{good} {detail} {advice}
{context} {good} {detail}
{context} {detail} {praise}
{context} {detail} {reservation}
{context} {good} {praise}
{detail} {detail} {praise}
{detail} {reservation} {advice}
{mixed} {detail} {reservation}
{mixed} {reservation} {advice}
{context} {mixed} {reservation}
{bad} {reservation}
{bad} {problem}
{context} {bad} {problem}
`)

const isBad = (template: string): boolean => template.includes('{bad}')
const isMixed = (template: string): boolean =>
  !isBad(template) && (template.includes('{mixed}') || template.includes('{reservation}'))

/** The same, sorted by what the writer thinks of the thing. */
export const reviewMoods = {
  good: reviewTemplates.filter((template) => !isBad(template) && !isMixed(template)),
  mixed: reviewTemplates.filter(isMixed),
  bad: reviewTemplates.filter(isBad),
}

const gaps = {
  span: lines('two weeks | three months | half a year | a year | a whole summer'),
  who: lines('brother | sister | mother | father | daughter | son | partner | grandmother | colleague | neighbour'),
  day: lines('Monday | Tuesday | Wednesday | Thursday | Friday'),
  room: lines('office | kitchen | hallway | living room | holiday flat | workshop'),
}

export const reviewLists = {
  good: lines(`
Exactly as described.
Better than I expected.
Very happy with it.
Does what it should, no more and no less.
Worth every penny.
Solid quality for the price.
A pleasant surprise.
I would buy it again.
My favourite purchase this year.
Five stars from me.
Great value.
Simply well made.
No complaints at all.
Just what we needed.
`),
  mixed: lines(`
Good, but not perfect.
It is fine.
Does the job.
Three and a half stars, if that were possible.
I wanted to love it.
Not bad for the price.
`),
  bad: lines(`
Not what I hoped for.
A little disappointed, to be honest.
I expected more.
Sadly not for me.
I sent it back.
`),
  context: expand(
    lines(`
I have been using it for {span} now.
Bought this as a present for my {who}.
We use it nearly every day.
This is my second one.
I was looking for something simple for the {room}.
Ordered on {day}, here two days later.
We took it on holiday with us.
I replaced an older one that had lasted {span}.
My {who} picked it out.
After {span} of regular use it is time for a review.
`),
    gaps,
  ),
  detail: expand(
    lines(`
It feels sturdy and looks good too.
The colour is a bit darker than in the pictures, which I prefer.
Getting started took less than ten minutes.
It was well packed and arrived on time.
It arrived on {day}, a day early.
The description is honest.
It is lighter than it looks.
The finish is clean, without any rough edges.
It found its place in the {room} right away.
Even after {span} it looks like new.
Customer service answered within the hour.
You can tell that someone thought about the details.
It is easy to clean.
The material feels nicer than I thought it would.
Everyone who sees it asks where I got it.
My {who} liked it so much that I had to order another.
Nothing about it feels cheap.
`),
    gaps,
  ),
  praise: lines(`
Would recommend to friends.
I have already ordered a second one.
For the price there is nothing better.
Buy it once and be done with it.
I will come back for more.
A good present, too.
`),
  reservation: expand(
    lines(`
The only downside is the packaging, far too much plastic.
It could be a little cheaper.
Delivery took longer than promised.
It smells a little on the first day, then it is gone.
The second one I ordered was a slightly different shade.
It is heavier than the old one.
It came in a box that was twice the size.
After {span} the first signs of wear are showing.
My {who} would have preferred another colour.
`),
    gaps,
  ),
  advice: lines(`
Measure before you order.
Recommended for small flats.
Take the larger size if you are unsure.
Wait for a sale if you can.
Good for beginners.
Not for daily use, but great now and then.
Read the description twice.
`),
  problem: expand(
    lines(`
It broke after {span}.
The quality has gone down since I bought the first one for my {who}.
It looks much better in the pictures.
The refund was quick, at least.
It arrived on {day} with a scratch on one side.
It does not fit, although the size is the right one.
`),
    gaps,
  ),
}
