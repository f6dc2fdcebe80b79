import type { AllotConstraints, DistributeOptions } from '../../model/allotting/allotment.ts'
import { refuse } from '../../values/allot/refuse.ts'
import type { AssociateOptions } from './association-engine.ts'
import type { AllotCall } from './distribution-engine.ts'

const MOST = 4_000_000
const SHORT = { min: 'minPerTarget', max: 'maxPerTarget' } as const
const LONG = ['minPerTarget', 'maxPerTarget', 'totalItems', 'uniqueness'] as const

/** The same as `distribute` takes it. @throws SeedError `allot-invalid` */
export function associated<Item, Target>(
  options: AssociateOptions<Item, Target>,
): DistributeOptions<Item, Target> & AllotCall {
  if (typeof options !== 'object' || options === null) refuse('associate', 'called with { assets, targets }', options)
  const { assets, items, targets, min, max, minPerTarget, maxPerTarget, totalItems, uniqueness, ...rest } = options
  const given = assets ?? items
  const beside: AllotConstraints<Item, Target> = Object.fromEntries(
    [
      ...LONG.map((name) => [name, options[name]]),
      ...Object.entries(SHORT).map(([short, long]) => [long, options[short as 'min']]),
    ].filter(([, said]) => said !== undefined),
  )
  const made = typeof given === 'number' ? { synthesize: (id: number) => counted(id, true) as Item } : {}
  return {
    ...made,
    ...rest,
    items: listOf<Item>('assets', given),
    targets: listOf<Target>('targets', targets),
    constraints: { ...rest.constraints, ...beside },
  }
}

const counted = (id: number, synthetic: boolean): unknown => ({ id, synthetic })

function listOf<One>(option: string, said: number | readonly One[] | undefined): readonly One[] {
  if (typeof said !== 'number') return said ?? refuse(option, 'a list, or a number', said)
  if (!Number.isInteger(said) || said < 0 || said > MOST) refuse(option, `a whole number from 0 to ${MOST}`, said)
  return Array.from({ length: said }, (_, id) => counted(id, false) as One)
}
