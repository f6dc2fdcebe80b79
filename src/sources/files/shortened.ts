import { type Problem, spoils } from './problem.ts'

/** Of one file that are told one by one. */
const MOST = 20

/** The first problems of a file, and how many more there are. `others`: items that cannot be used and are not among them. */
export function shortened(problems: readonly Problem[], others = 0): Problem[] {
  return [
    ...some(problems.filter(spoils), others),
    ...some(
      problems.filter((one) => !spoils(one)),
      0,
    ),
  ]
}

function some(problems: readonly Problem[], others: number): Problem[] {
  const [first] = problems
  const left = problems.length + others - MOST
  // One more is told as itself: to say so would be no shorter.
  if (first === undefined || left <= 1) return [...problems]
  const rest: Problem = {
    line: problems[MOST]?.line ?? null,
    ...(first.code === undefined ? {} : { code: first.code }),
    message: spoils(first)
      ? `${left} more items of the file cannot be used.`
      : `${left} more of the kind are in the file.`,
    expected: first.expected,
    found: 'more of the same',
    next: 'Mend the first ones, and run the command again.',
  }
  return [...problems.slice(0, MOST), rest]
}
