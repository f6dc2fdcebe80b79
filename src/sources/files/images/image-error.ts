import type { Problem } from '../problem.ts'

/** A picture that cannot be used, and why. */
export class ImageError extends Error {
  readonly problem: Problem

  constructor(said: Partial<Problem> & Pick<Problem, 'message'>) {
    super(said.message)
    this.name = 'ImageError'
    this.problem = {
      line: null,
      expected: 'a picture that is whole',
      found: 'something else',
      next: 'Put a whole file there, or take it out of the pool with a pattern that begins with !.',
      ...said,
    }
  }
}
