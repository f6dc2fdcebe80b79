import { finding } from '../../model/finding.ts'
import type { Workshop } from '../draft.ts'

/** Settings that only another `userStrategy` looks at. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  existingUsers: ['use-existing', 'hybrid'],
  additionalUsers: ['hybrid'],
}

/** What is said of users that are there, or beside them, and changes nothing. */
export function tellStrategy({ inputs, findings }: Workshop): void {
  const { said, strategy } = inputs.config
  for (const [name, kinds] of Object.entries(ONLY_FOR)) {
    if (kinds.includes(strategy.kind) || !Object.keys(said).some((path) => path.startsWith(`${name}.`))) continue
    findings.push(
      finding(
        'strategy-unused',
        'warning',
        { path: name },
        `${name} changes nothing: userStrategy is '${strategy.kind}'.`,
        { next: `Leave it out, or say userStrategy: '${kinds[kinds.length - 1]}'.` },
      ),
    )
  }
}
