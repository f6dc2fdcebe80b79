import type { AssociationPlan } from '../model/allotting/association.ts'
import { printable } from './printable.ts'
import { renderShare } from './render-shares.ts'
import { spellCount } from './spell-number.ts'
import type { Page } from './style.ts'
import { wrap } from './width.ts'

/** Each association: how many targets have how many items, from where to where, and what has given way. */
export const renderAssociations = (associations: readonly AssociationPlan[], page: Page): readonly string[] =>
  associations.flatMap((one) => renderAssociation(one, page))

function renderAssociation(one: AssociationPlan, page: Page): readonly string[] {
  const { style, width } = page
  const { name, source, pool, target, via, strategy, min, max, pairs, present, synthetic, perTarget, targets } = one
  const bounds = max === null ? (min === 0 ? null : `at least ${min} each`) : `${min} to ${max} each`
  const facts = [
    `${pool === null ? source : `${source} (asset pool ${pool})`} to ${target} by ${via}`,
    strategy,
    bounds,
    `${spellCount(pairs)} in all`,
    present === 0 ? null : `${spellCount(present)} there already`,
    synthetic === 0 ? null : `${spellCount(synthetic)} of ${source} made because there are too few`,
    one.unassigned.count === 0 ? null : `${spellCount(one.unassigned.count)} of ${source} go to nobody`,
    one.unserved.count === 0 ? null : `${spellCount(one.unserved.count)} of ${target} have too few`,
    ...one.relaxations.map(
      ({ constraint, requested, applied }) => `${constraint} ${requested} gives way to ${applied}`,
    ),
  ].filter((fact) => fact !== null)
  const figure =
    perTarget === null ? 'nobody takes part' : renderShare({ ...perTarget, parents: targets }, width - 4, page)
  return [
    `  ${printable(name)}`,
    ...wrap(printable(facts.join('; ')), width - 4).map((line) => style.dim(`    ${line}`)),
    `    ${figure}`,
  ]
}
