import { expand } from './expand.ts'
import { lines } from './lines.ts'

/** Messages from one person to another. */
export const messageTemplates = lines(`
{hello} {ask}
{hello} {ask} {bye}
{hello} {news}
{hello} {news} {^ask}
{hello} {news} {bye}
{^news} {^ask}
{^news} {bye}
{reply} {^news}
{reply} {^ask}
{reply} {^plan}
{reply} {^plan} {bye}
{hello} {plan}
{hello} {plan} {bye}
{^plan} {^ask}
`)

const gaps = {
  day: lines('Monday | Tuesday | Wednesday | Thursday | Friday | Saturday'),
  thing: lines(
    'draft | contract | price list | agenda | floor plan | offer | photo | guest list | invoice | timetable',
  ),
  time: lines('nine | half past ten | noon | two | a quarter to four | six | seven'),
  place: lines('entrance | station | office | café on the corner | car park | reception'),
}

export const messageLists = {
  hello: lines(
    'Hi, | Hello, | Hey, | Good morning, | Hi there, | Hello again, | Hi all, | Good evening, | Just a quick note: | By the way,',
  ),
  reply: lines(`
Sounds good.
Sure, no problem.
Thanks for getting back to me so quickly.
Perfect, that works for me.
Sorry for the late reply.
Got it, thank you.
That makes sense.
Sorry, I missed your call.
Great, thanks!
Understood.
Not yet, but soon.
Yes, that is the right one.
`),
  ask: expand(
    lines(`
could you send me the {thing} again?
do you have ten minutes on {day}?
can we move the call to {day}?
did you get a chance to look at the {thing}?
is the offer still valid?
does {time} work for you?
who else should be in the loop?
could you check the numbers in the {thing}?
will you be at the office on {day}?
is there anything you need from my side?
could you bring the spare key on {day}?
do you know who has the latest {thing}?
shall I book a table for six?
can you confirm the address?
`),
    gaps,
  ),
  news: expand(
    lines(`
the parcel arrived this morning.
the update went out an hour ago and looks fine so far.
I have added my comments to the {thing}.
we will be about fifteen minutes late.
the room is booked until {time}.
I spoke to them and they are happy with the {thing}.
the {thing} is on its way.
everything is ready for {day}.
I found the missing page of the {thing} in my bag.
the new version is online now.
they want to postpone to {day}.
we are nearly there, two points are left.
the tickets are sold out, sadly.
I have put the {thing} in the shared folder.
`),
    gaps,
  ),
  plan: expand(
    lines(`
let's meet at the {place} at {time}.
I will send the {thing} by {day}.
I can take care of the drinks if you bring the chairs.
let's keep it short and decide on {day}.
I will call you at {time}.
we could start with the small room and see how it goes.
I would suggest we wait for the final {thing}.
let's try it for two weeks and talk again.
I will pick you up at {time}.
I can come by on {day} to have a look.
let's do it step by step.
I will forward the {thing} to the others.
`),
    gaps,
  ),
  bye: lines(`
Thanks!
Talk soon.
Best wishes!
See you tomorrow.
Have a nice weekend!
No rush.
Let me know.
Thanks in advance.
Cheers!
All the best.
Just checking in.
Call me any time.
`),
}
