import { lines } from './lines.ts'

/** Sentences about everyday work, true of no one in particular. */
export const sentenceTemplates = lines(`
The {group} agreed to move the {event} to {day}.
We still need {a document} before the {event} on {day}.
{^document} and {document} are ready, so the {group} can start on {day}.
Please send the {document} to the {group} by {day}.
The {place} will be closed on {day} because of the {event}.
{^a person} from the {group} will call you about the {document}.
Everything went well at the {event}, apart from a short delay with the {thing}.
The {adjective} {thing} arrived on {day} and looks even better than expected.
Most of the {group} prefers the {adjective} {thing}.
For the {place}, {a adjective} {thing} would be enough for now.
There is {a adjective} {thing} in the {place}, next to the {thing}.
The {worded} version of the {document} turned out to be easier to explain to the {group}.
It took {a period} to find out why the {thing} was so {trouble}.
The {event} starts at {hour} and should be over by the evening.
Nobody in the {group} expected the {thing} to last more than {a period}.
The {group} has been working on the {document} for {a period} now.
We keep the {things} in the {place} until the {event} is over.
If the {document} changes again, let the {group} know before {day}.
The first {document} for the {group} was too long, so this one fits on a page.
After the {event} we went through the {document} line by line with the {person}.
Two of the {things} in the {place} need to be replaced before {season}.
Prices for {things} and {things} have gone up since last {season}.
The {place} is quiet in {season}, which suits the {group} and the {person}.
Anyone who needs {a thing} can pick one up in the {place} on {day}.
The old {thing} in the {place} still works, it just needs a little care.
The {group} tested three {things} and kept the {adjective} one.
What matters most to the {group} is {a worded} {document}.
This is a short note to confirm the {event} on {day} at {hour}.
The {place} now has room for the {group} and their {things}.
Since {season} the {group} has met in the {place} every {day}.
We learned a lot from the {event}, mostly about {things} and {things}.
{^things} and {things} are cheaper in {season} and easier to find.
The {document} covers every {thing} we bought last {season}.
Only one {thing} was missing after the {event}, and it turned up in the {place}.
Bring {a adjective} {thing} to the {event} if you have one to spare.
The {person} suggested a different {thing} for the {place}, and it made all the difference.
All {things} and {things} were checked twice before the {event}.
The {group} would rather wait {a period} than write the {document} twice.
So far the {adjective} {thing} in the {place} has needed no repairs at all.
The new {document} is {worded}, and that is exactly what the {group} wanted.
It rained all {day}, so the {event} took place in the {place}.
By {season} the {place} should be finished, the {person} says.
Ask the {person} for the key to the {place} before the {event}.
The {event} in the {place} brought together people from all over the region.
A new {thing} for the {group} costs less than fixing the old one.
On {day} the {person} showed us how the {adjective} {thing} works.
The {group} wrote {a worded} {document} in less than a week.
Half of the {things} are in use, the rest are in the {place}.
From {day} on, the {place} opens at {hour} for the {group}.
There was no time for {a document}, but the {event} on {day} went ahead anyway.
`)

export const sentenceLists = {
  group: lines(
    `team | committee | board | design team | support team | sales team | council | crew | project group | volunteer group | finance team | class | club | family | kitchen team | night shift | research group | editorial team | workshop group`,
  ),
  event: lines(
    `meeting | workshop | review | launch | delivery | inspection | training | open day | kick-off | presentation | visit | interview | harvest | fair | concert | audit | move | tasting | reading | annual meeting`,
  ),
  day: lines(`Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday`),
  document: lines(
    `report | summary | contract | checklist | budget | plan | draft | proposal | invoice | schedule | floor plan | permit | estimate | guest list | outline | map | brochure | timetable | inventory | letter`,
  ),
  person: lines(
    `colleague | manager | architect | neighbour | teacher | gardener | engineer | designer | librarian | driver | caretaker | visitor | trainee | photographer | chef | consultant | landlord | nurse | volunteer | editor`,
  ),
  thing: lines(
    `lamp | table | bicycle | notebook | camera | printer | kettle | ladder | bench | toolbox | blanket | rucksack | window | heater | projector | cabinet | keyboard | clock | tent | trolley | map | radio | shelf | umbrella | mirror`,
  ),
  things: lines(
    `lamps | chairs | tickets | notebooks | tools | blankets | samples | keys | boxes | bottles | cables | folders | brushes | filters | batteries | plants | tyres | badges | candles | jars | seeds | screens | helmets | cups | shelves`,
  ),
  place: lines(
    `library | kitchen | workshop | warehouse | garden | entrance hall | basement | meeting room | studio | old station | courtyard | canteen | greenhouse | reading room | car park | reception | theatre | gym | archive | boathouse`,
  ),
  adjective: lines(
    `small | simple | quiet | sturdy | light | new | green | plain | larger | solid | practical | reliable | modest | bright | compact | second-hand | blue | folding`,
  ),
  worded: lines('short | clear | simple | practical | careful | detailed | modest | honest | complete | readable'),
  trouble: lines('heavy | loud | slow | warm | expensive | hard to find | popular'),
  period: lines(`week | month | fortnight | day | year | season`),
  hour: lines(`nine | half past nine | ten | eleven | noon | two | half past two | three | four | six`),
  season: lines(`spring | summer | autumn | winter`),
}
