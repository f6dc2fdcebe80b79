import { type Finding, finding } from '../../model/finding.ts'

/** Functions of the user's own that gave two answers to the same question: the clock or chance is in them, and every run would write other values. */
export const tellUnsteady = (names: readonly string[]): Finding[] =>
  names.map((name) =>
    finding(
      'function-varies',
      'error',
      { path: `functions.${name}` },
      `The function ${name} gives something else when it is called again with the same arguments.`,
      {
        expected: 'the same for the same arguments, in every run',
        found: 'two answers',
        next: 'Leave the clock and chance out of it: hand in now(), faker.number.float() or random_recent() as arguments.',
      },
    ),
  )
