import { type Deriver, textOption } from './deriver.ts'

/** How many rows of `table` lead to this one by `link`; 0 where the plan has no such table, or has it without that link. */
export const children: Deriver = ({ table, options, ...site }) => {
  const id = textOption({ table, options, ...site }, 'table') ?? ''
  const link = textOption({ table, options, ...site }, 'link') ?? ''
  const { compilation } = table
  const child = compilation.holds(id) ? compilation.table(id) : null
  if (child === null || !child.plan.links.some(({ name }) => name === link)) return () => 0
  // The children ask their parents for identities, so nothing is counted before the first row is made.
  return (frame) => child.kin([link]).count(frame.row, child.plan.rows)
}
