import type { Config } from '../../model/config.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Study } from '../../model/study.ts'
import { settleMoments, settleUserMoments } from '../../plan/moments/settle-moments.ts'
import { type Scope, settleScope } from '../../plan/scope.ts'
import { addressedFaker } from '../../sources/callables/addressed-faker.ts'
import { loadFaker } from '../../sources/callables/load-faker.ts'
import { ssoFixtures } from '../../study/frameworks/sso-fixtures.ts'
import { standardFixtures } from '../../study/frameworks/standard-fixtures.ts'
import { takeSecrets } from '../secrets/take-secrets.ts'
import type { Ground } from './ground.ts'

/** What is wanted as of a `now`: what is told from it is worked out. */
export interface Timed {
  readonly config: Config
  readonly scope: Scope
  /** As in `Prepared`. */
  readonly secrets: ReadonlyMap<string, string> | null
}

/** What is wanted, as of any `now`; each is worked out once. */
export function scopeAt(
  ground: Ground,
  study: Study,
  counts: Readonly<Record<ObjectId, number | null>>,
): (now: number) => Timed {
  const known = new Map<number, Timed>()
  return (now) => {
    const there = known.get(now) ?? settle(ground, study, counts, now)
    known.set(now, there)
    return there
  }
}

function settle(ground: Ground, study: Study, counts: Readonly<Record<ObjectId, number | null>>, now: number): Timed {
  const { catalog, past, assets } = ground
  const config = settleUserMoments(ground.config, now)
  const untimed = settleScope({
    config,
    now,
    fakerAt: addressedFaker(assets.callables?.faker ?? loadFaker, config.seed, now),
    assets,
    catalog,
    study,
    counts,
    past,
    standard: { ...standardFixtures(study.framework, config.makerkit), ...ssoFixtures(config.users) },
  })
  const scope = settleMoments(untimed, study, now)
  return { config, ...(ground.db.address.local ? { scope, secrets: null } : takeSecrets(scope)) }
}
