import type { Asset, Assets } from '../../model/assets/assets.ts'
import { chosenItems } from '../../model/chosen-items.ts'
import { mix32 } from '../../model/mix32.ts'
import { hashKey } from '../draws/entropy.ts'
import type { Words } from '../draws/threefry.ts'
import type { Datum } from './datum.ts'
import type { Keys } from './expression.ts'
import { followPath } from './follow.ts'
import { isNothing } from './is-nothing.ts'

/** The items of a pool that say something at one path, to draw from. What they say is not kept: texts may be long. */
interface Drawn {
  readonly keys: readonly Words[]
  readonly items: readonly Asset[]
}

const known = new WeakMap<Assets, Map<string, Drawn>>()

/**
 * One of the values that the items of a pool have at a path; null where none has one. The item whose hash together with the draw is the largest wins (Thaler and
 * Ravishankar, "highest random weight"): a file more or less changes only the draws that it wins. `unit`: in [0, 1).
 */
export function drawnValue(assets: Assets, pool: string, path: Keys, unit: number): Datum {
  const { keys, items } = drawnFrom(assets, pool, path)
  const high = Math.floor(unit * 2 ** 32)
  const low = Math.floor((unit * 2 ** 32 - high) * 2 ** 21)
  let best = -1
  let weight = -1
  for (const [i, { hi, lo }] of keys.entries()) {
    const mixed = mix32(mix32(hi ^ high) ^ lo ^ Math.imul(low, 0x9e3779b1))
    if (mixed <= weight) continue
    best = i
    weight = mixed
  }
  const item = items[best]
  return item === undefined ? null : followPath(path, item)
}

function drawnFrom(assets: Assets, pool: string, path: Keys): Drawn {
  const memory = known.get(assets) ?? new Map<string, Drawn>()
  known.set(assets, memory)
  const name = JSON.stringify([pool, ...path])
  const found = memory.get(name)
  if (found !== undefined) return found
  const items = chosenItems(assets, pool).filter((asset) => !isNothing(followPath(path, asset)))
  const made: Drawn = { keys: items.map(({ identity }) => hashKey('drawn', identity)), items }
  memory.set(name, made)
  return made
}
