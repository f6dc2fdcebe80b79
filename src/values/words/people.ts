import { lines } from './lines.ts'

/** Self-descriptions; `job` comes from the person, in small letters. */
export const bioTemplates = lines(`
{^job} based in {city}. {likes}
{^job} with {years} years of experience in {field}. {likes}
{^job} by day, {hobbyist} by night. {likes}
I work as {job1} and care about {field}. {likes}
{^job} who moved from {city} to {city} and never looked back. {likes}
{likes} Currently {job1} in {city}.
{^job}, {hobbyist} and proud parent of {parent}. {likes}
Helping small teams with {field} since {since}. {likes}
{^job} with a soft spot for {field}. Born in {city}, at home in {city}.
Former {hobbyist}, now {job1}. {likes}
{^job} and part-time {hobbyist}. Ask me about {field}.
Trained as {job1}, still learning something new about {field} every week.
`)

export const bioLists = {
  city: lines(
    'Lisbon | Leeds | Toronto | Copenhagen | Austin | Nairobi | Melbourne | Porto | Ghent | Dublin | Kyoto | Montreal | Cape Town | Oslo | Bristol | Denver | Vienna | Auckland | Valencia | Accra | Seattle | Turin | Utrecht | Glasgow | Singapore | Chicago',
  ),
  field: lines(
    'clear communication | sustainable design | public health | early-stage companies | accessible technology | urban mobility | renewable energy | education | good documentation | local food | data quality | open source | small museums | circular materials | mentoring | community building | honest pricing | quiet software',
  ),
  hobbyist: lines(
    'amateur baker | trail runner | choir singer | hobby photographer | vegetable gardener | chess player | climber | potter | film lover | cyclist | home cook | jazz drummer | birdwatcher | sailor | cross-country skier | reader of long novels',
  ),
  likes: lines(`
Happiest outdoors, whatever the weather.
Usually found near a coffee machine.
Likes long walks and short meetings.
Always up for a good question.
Collects maps, mugs and second-hand books.
Speaks three languages, one of them well.
Believes in small steps and good notes.
Weekends belong to the garden.
Plays the cello, badly but with joy.
Looking for a good recipe for rye bread.
Rarely without a notebook.
Would rather take the train.
Cooks for too many people at once.
Runs slowly and reads fast.
`),
  years: lines('three | five | six | eight | nine | ten | twelve | fifteen | twenty'),
  since: lines('2008 | 2010 | 2011 | 2013 | 2014 | 2015 | 2016 | 2017 | 2018 | 2019 | 2020'),
  parent: lines('two | twins | three | a puppy | two cats | four | one | a very old dog'),
}
