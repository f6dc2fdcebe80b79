import { expand } from './expand.ts'
import { lines } from './lines.ts'

/** Comments below an article, a post or a photo. */
export const commentTemplates = lines(`
{opener} {point}
{opener} {point}
{opener} {point} {closer}
{opener} {point} {closer}
{point} {closer}
{point} {question}
{opener} {question}
{opener} {point} {question}
{point} {point}
{opener} {point} {point}
{point}
`)

const gaps = {
  part: lines('second | third | last | first'),
  when: lines(
    'last week | in March | two years ago | over the holidays | last autumn | this morning | for the first time',
  ),
  span: lines('two days | a week | three weeks | a month | half a year | an afternoon'),
  who: lines('sister | brother | neighbour | colleague | daughter | father | best friend | team | mother | flatmate'),
  what: lines(
    'comparison | checklist | example | part about timing | list at the end | photo | summary | step-by-step part | table | story in the middle',
  ),
  group: lines('beginners | families | a small team | people with little time | students | a tight budget'),
}

export const commentLists = {
  opener: lines(`
Great write-up, thanks!
This is exactly what I was looking for.
Thank you for sharing this.
Really helpful, especially the second half.
I have been meaning to ask about this for weeks.
Interesting take.
I disagree, but politely.
Came here from a search and stayed for the details.
Bookmarked.
Well explained.
Good points all round.
I wish I had read this a month ago.
Nice to see someone say this out loud.
Simple and to the point, I like it.
Not sure I agree with everything, but it made me think.
This deserves more attention.
Fair enough.
Same experience here.
I laughed out loud at the last line.
Finally someone who explains it without jargon.
Thanks for the honest words.
So true.
Love this.
Good read with the morning coffee.
I never thought of it that way.
`),
  point: expand(
    lines(`
We tried it {when} and it worked on the first attempt.
We tried it {when}, with mixed results.
The {what} is what most people get wrong.
For us it took about {span}.
It took me {span} to get there, but it was worth it.
My {who} swears by the opposite, and the results are good too.
My {who} told me the same thing {when}.
I sent it to my {who}, who asks the same question every year.
I would add that it depends a lot on where you start.
It still works years later, for what it is worth.
The {part} step can be skipped if you are in a hurry.
In my experience the cheap version is good enough.
I printed it out and put it on the wall.
The {what} was an eye-opener.
The {what} alone was worth the read.
The {what} could be a little shorter.
We do it the other way round and never had a problem.
It gets easier after the {part} time.
I did not expect that to make such a difference.
There is a small typo in the {part} paragraph, by the way.
We have been doing this since spring and would not go back.
Sadly this does not work in a small flat.
I would love to see the numbers behind the {what}.
Half of it I knew, the other half surprised me.
It is not for everyone, but it suits {group}.
I would have liked a bit more for {group}.
What you say about patience is so true.
I had given up on it {when}, maybe it is time for another try.
You made it sound easy, and it nearly was.
My {who} and I have been arguing about this for {span}.
`),
    gaps,
  ),
  question: expand(
    lines(`
How long did it take you the first time?
Does anyone know whether this works in winter as well?
Where did you find the one in the {part} picture?
Is there a follow-up planned?
What would you do differently today?
Has anyone tried it with less space?
Would you still recommend it for {group}?
Could you say more about the costs?
Do you have a list of what you used?
Which one would you pick if you had to choose?
Is it worth it for {group}?
Can this be done alone?
Would {span} be enough?
May I quote the {what}?
Did it work when you tried it {when}?
`),
    gaps,
  ),
  closer: lines(`
Keep it up!
Looking forward to the next one.
Thanks again.
Will report back.
Just my two cents.
Greetings from a rainy north.
More of this, please.
I will try it at the weekend.
Hope that helps someone.
Well done.
See you at the next meetup.
Happy to share more if anyone is interested.
Saved for later.
On to the next one.
`),
}
