import { lines } from './lines.ts'

/** First sentences of a text about a topic. */
export const openingTemplates = lines(`
It took us {span} to {do} properly, and most of that time went into unlearning.
A {span2} ago I could not {do} at all.
Most advice on {subject} begins with {things}; this one begins with a mistake.
People often ask how to {do}, and the honest answer is: slowly.
There are easier ways into {subject} than {doing}, but few that teach you more.
When we started out with {subject}, we bought {things} first and asked questions later.
This is the text I wish I had found before {doing} for the first time.
Nobody needs {things} to enjoy {subject}, but they do help.
If you only change one thing about {subject} this year, learn to {do}.
We spent {span} with {things} so that you do not have to.
The first time I tried to {do}, everything that could go wrong did.
{^doing} looks easy from the outside.
Ask ten people about {things} and you will hear eleven opinions.
Last {season} we decided to {do}, without much of a plan.
Good {things} are not the beginning of {subject}, they are the result.
`)

/** Sentences in the middle of a text. */
export const middleTemplates = lines(`
Once you can {do}, the rest of {subject} looks different.
The {things} can wait until you know how to {do}.
We tried {things} and {things}, and kept only the first.
What helped most was {doing} a little every week.
A friend suggested {doing} instead, and that changed the picture.
It is tempting to start with {things}, but {things} are where the difference shows.
Give it {span} before you decide whether {things} are for you.
Along the way, {things} turned out to matter more than we thought.
You will make mistakes when {doing}; keep a list of them.
{^things} are the part that most people skip.
There is a moment when {doing} stops feeling like work.
I still get it wrong now and then, especially with {things}.
Cheap {things} did the job for the first {span2}.
The trick is to {do} before it becomes urgent.
If {things} are hard to find, borrow some.
None of this needs expensive {things}.
Nobody talks about {things}, although everyone depends on them.
Some days {doing} is all there is time for, and that is enough.
It helps to {do} with someone who has done it before.
By the end of {season} we had stopped counting the {things}.
`)

/** Last sentences of a text. */
export const closingTemplates = lines(`
Start small, {do}, and see what happens.
If you try to {do}, write and tell us how it went.
Next time we will look at {things} in more detail.
That is all there is to it: {things}, time and a bit of patience.
And if it does not work out, there are always {things}.
We will come back to {things} in {season}.
The {things} will still be there tomorrow.
Now go and {do}.
In the end, {doing} is mostly a matter of showing up.
The rest is practice.
`)

/** Headings inside a longer text. */
export const headingTemplates = lines(`
Where to begin
{^things} first
How to {do}
What about {things}?
A word on {things}
{^doing}, in practice
What we would do differently
Common mistakes
{^things} and {things}
When to stop {doing}
`)

/** Summaries of a text in a sentence or two. */
export const excerptTemplates = lines(`
A look at {things}, {things} and what it takes to {do}.
How to {do} without giving up on {things}.
We spent {span} {doing}. Here is what stayed with us.
{^doing} is easier than it looks, once the {things} are sorted.
What {things} have to do with {doing}, and why it pays to start early.
Some plain advice on {things} for anyone who wants to {do}.
Notes from {span} of {subject}, mostly about {things}.
Everything we wish we had known before {doing}.
Between {things} and {things} there is a simpler way to {do}.
If {things} put you off, start by {doing}.
`)

export const bodyLists = {
  span: lines(
    'a week | a month | two months | half a year | a whole season | three weekends | a year | ten days | a long winter',
  ),
  span2: lines('week | month | few months | year | couple of weeks | season'),
  season: lines('spring | summer | autumn | winter'),
}
