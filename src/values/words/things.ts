import { lines } from './lines.ts'

/** Names of things of which only the noun is known (`room`, `tax class`). */
export const thingNames = lines(`
{^kind} {noun}
{word} {noun}
{word} {noun}
`)

/** What may be said of any of them. */
export const thingTemplates = lines(`
{^a kind} {noun} for {use}.
{^a kind} {noun}, {state}.
{^a kind} {noun} that {people} ask for most.
This {noun} is meant for {use}.
This {noun} is the one that {people} choose for {use}.
This {noun} was added {when} and is {state}.
The {kind} {noun}, set up {when} for {use}.
One {noun} of several, {state}.
The {noun} for {use}; {state}.
Chosen by {people} as the {kind} {noun} for {use}.
`)

export const thingLists = {
  kind: lines(
    'main | standard | small | large | regional | seasonal | shared | central | new | popular | additional | temporary | simple | reliable | quiet | second | northern | southern | special | general',
  ),
  use: lines(
    'everyday use | busy weeks | new customers | long projects | short visits | the summer season | the winter season | small groups | large groups | trial runs | the team in the north | the whole region | repeat customers | beginners | special cases',
  ),
  state: lines(
    'kept in good order | checked twice a year | reviewed every spring | in use since last year | available on request | open to everyone | easy to find and simple to use | limited to a few at a time | under review at present | recommended by the team',
  ),
  people: lines('regular customers | most teams | new members | visitors | families | the staff | partners'),
  when: lines(
    'last spring | last summer | last autumn | last winter | this year | two years ago | in January | in May | in September',
  ),
}
