import type { MappingProblem } from '../../model/assets/asset-mapping.ts'

/** An expression that cannot be read, or that an item does not fit. The plan tells it with file and column. */
export class MappingError extends Error {
  readonly problem: MappingProblem

  constructor(problem: MappingProblem) {
    super(problem.message)
    this.name = 'MappingError'
    this.problem = problem
  }
}
