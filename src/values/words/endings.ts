import { lines } from './lines.ts'

/** What makes a title longer without saying something else. */
export const endings = lines(`
step by step | in plain words | with notes and examples | a first look | from start to finish | with questions and answers | what comes next | with a checklist | for everyone involved | the short version
the long version | part one | part two | with a few surprises | as it really was | with an open end | and why it matters | seen from close by | an update | and how to go on
`)
