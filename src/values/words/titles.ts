import { lines } from './lines.ts'

/** Titles; `subject`, `do`, `doing` and `things` come from the topic of the text. */
export const titleTemplates = lines(`
How to {do} {when}
How to {do} {when}
How we learned to {do} {when}
Learning to {do} {when}
{n} things to know before you {do}
{n} lessons from a {span} of {doing}
{n} questions to ask before you {do}
{n} small habits that make {doing} easier
{n} myths about {doing}
What {doing} taught me about {things}
What {doing} taught us about {theme}
What nobody tells you about {doing} {when}
{^things} and {things}: a {adjective} guide
A {adjective} guide to {doing}
A {adjective} guide to {things} for {audience}
A {adjective} introduction to {subject} for {audience}
{^subject} for {audience}: how to {do}
{^subject} for {audience}: it starts with {things}
Why we stopped {doing}
Why {things} matter more than {things}
Why {things} deserve a second look {when}
Why {audience} should learn to {do}
The case for {adjective2} {things}
The case against {things}, and what to use instead
The {adjective2} art of {doing}
{^doing} {when}: what worked and what did not
{^doing} {when}: notes for {audience}
{^doing}, step by step, for {audience}
{^doing} when {obstacle}
{^doing} is harder when {obstacle}
How to {do} when {obstacle}
When {obstacle}: {things}, {things} and patience
From {things} to {things}: {subject} {when}
Notes on {doing} after a {span} of mistakes
Notes on {things}, {things} and {theme}
A {span} of {doing}: looking back
A {span} with {things}: was it worth it?
{^things}: what we got wrong {when}
{^things} we keep coming back to {when}
{^things}, {things} and other {adjective2} choices
Before you buy {things}, learn to {do}
Start with {things}: {subject} for {audience}
Is {doing} worth it {when}?
Do we still need {things} {when}?
Can {audience} really {do}?
The {adjective2} truth about {things}
The {adjective2} truth about {doing}
Rethinking {things} {when}
Better {things} {when}: how to {do}
{^theme} and {subject}: a {span} of {things}
In praise of {adjective2} {things}
Simple ways to {do} {when}
Mistakes {audience} make when {doing}
What {audience} get wrong about {things}
An honest look at {things} {when}
Everything {audience} should know about {things}
`)

export const titleLists = {
  n: lines('Three | Four | Five | Six | Seven | Eight | Nine | Ten | Twelve'),
  span: lines('week | month | season | year | winter | summer | decade | weekend | hundred days | lifetime'),
  when: lines(
    `in an afternoon | on a small budget | without losing sleep | without the fuss | in ten minutes a day | from scratch | the second time around | with what you have | in small steps | before the season starts | after a long break | for the first time | on your own | with children around | with almost no time | in a rainy week | in three steps | in winter | in a busy month | the slow way | without spending much | when time is short | before it is too late | in a small space | and enjoy it | with confidence | year after year | in good company`,
  ),
  adjective: lines(
    'short | practical | calm | complete | field | friendly | gentle | patient | visual | no-nonsense | beginner | quiet | realistic | seasonal | pocket | hands-on | candid | slow',
  ),
  adjective2: lines(
    'simple | quiet | imperfect | honest | small | boring | overlooked | old-fashioned | patient | surprising | careful | humble | reliable | unfashionable | clever | everyday',
  ),
  audience: lines(
    `beginners | busy people | sceptics | families | small teams | curious minds | late starters | perfectionists | students | people in a hurry | returning beginners | night owls | early risers | self-taught people | neighbours | careful planners | old hands | first-timers | patient people | weekend learners`,
  ),
  theme: lines(
    'patience | trust | focus | good habits | time | asking for help | letting go | attention | failure | small wins | teamwork | curiosity | rhythm | doing less | preparation | luck',
  ),
  obstacle: lines(
    `everything else is on fire | nobody is watching | the weather turns | you have no plan | the budget is gone | half of it is missing | you would rather stay in bed | everyone has an opinion | the first try fails | there is no one to ask | it has to be done by Friday | you have done it a hundred times | the basics are not in place | space is tight`,
  ),
}
