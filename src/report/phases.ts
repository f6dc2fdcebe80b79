import type { ObjectId } from '../model/name.ts'
import type { Plan, Step } from '../model/plan.ts'
import type { Report } from '../model/reports/report.ts'

/**
 * The phases of a run, of which the first `done` stages are finished: those of the configuration, or else the
 * stages themselves.
 */
export function phasesOf({ stages, phases }: Pick<Plan, 'stages' | 'phases'>, done: number): Report['phases'] {
  if (phases !== undefined) {
    const list = phases.map(({ name, tables }) => ({
      name,
      tables,
      completed: stages.every(({ phase }, at) => phase !== name || at < done),
    }))
    return { completed: list.filter(({ completed }) => completed).length, total: list.length, list }
  }
  const list = stages.map(({ name, steps }, at) => ({
    name,
    tables: [...new Set(steps.flatMap(tablesOf))],
    completed: at < done,
  }))
  return { completed: list.filter(({ completed }) => completed).length, total: list.length, list }
}

function tablesOf(step: Step): readonly ObjectId[] {
  switch (step.kind) {
    case 'copy':
    case 'insert':
    case 'update':
    case 'admin-api':
    case 'patch':
      return [step.table]
    case 'copy-together':
    case 'insert-together':
    case 'analyze':
      return step.tables
    case 'sequences':
      return step.columns.map(({ table }) => table)
    case 'refresh':
      return step.views
  }
}
