import type { Catalog } from '../../model/catalog.ts'
import type { FrameworkStudy, SignUp } from '../../model/framework-study.ts'
import type { SqlParser, TableStudy } from '../../model/study.ts'
import { alterationsOf } from './alterations.ts'
import type { Epoch, Framework } from './framework.ts'
import { FRAMEWORKS } from './frameworks.ts'
import { tablesHere } from './renamed-tables.ts'
import { lookAt, type Sight } from './sight.ts'
import { signUpsOf } from './sign-ups.ts'
import { withoutKit } from './without-kit.ts'

/** What kind of schema it is, with its evidence: a whole kit, else what is left of one, else what happens when somebody signs up. Pure. */
export function detectFramework(
  catalog: Catalog,
  tables: Readonly<Record<string, TableStudy>>,
  parser: SqlParser,
): FrameworkStudy {
  const signUps = signUpsOf(catalog, tables, parser)
  const judged = FRAMEWORKS.map((framework) => {
    const here = tablesHere(framework, catalog)
    const sight = lookAt(catalog, parser, signUps, here)
    const held = new Set(framework.marks.filter((mark) => mark.holds(sight)).map(({ name }) => name))
    return { framework, here, sight, held, verdict: framework.verdict(held) }
  })
  const found = judged.find(({ verdict }) => verdict === 'whole') ?? judged.find(({ verdict }) => verdict === 'broken')
  return found === undefined ? withoutKit(catalog, tables, signUps) : describe(found, signUps, catalog)
}

interface Judged {
  readonly framework: Framework
  readonly here: FrameworkStudy['tables']
  readonly sight: Sight
  readonly held: ReadonlySet<string>
  readonly verdict: 'whole' | 'broken' | null
}

function describe(
  { framework, here, sight, held, verdict }: Judged,
  signUps: readonly SignUp[],
  catalog: Catalog,
): FrameworkStudy {
  const { marks, epochs, steps, family, withoutVersions } = framework
  const epoch = epochOf(epochs, sight)
  const missing = marks.filter(({ name }) => !held.has(name)).map(({ phrase }) => phrase)
  const until = epoch === null ? [] : epochs.slice(1, epochs.indexOf(epoch) + 1)
  const lacking = [...until.flatMap(({ brought }) => brought)].filter((mark) => !mark.holds(sight))
  const still = (epoch?.gone ?? []).filter((mark) => !mark.holds(sight))
  return {
    family,
    version: withoutVersions ? null : verdict === 'broken' ? 'custom' : (epoch?.version ?? 'custom'),
    epoch: epoch?.name ?? null,
    evidence: [
      ...marks.filter(({ name }) => held.has(name)),
      ...(epoch === null ? [] : [...epoch.brought, ...epoch.gone].filter((mark) => mark.holds(sight))),
      ...steps.filter((mark) => mark.holds(sight)),
    ].map(({ phrase }) => phrase),
    against: [...missing, ...lacking.map(({ phrase }) => phrase), ...still.map(({ phrase }) => `not so: ${phrase}`)],
    ...alterationsOf(framework, sight, here, epoch, catalog),
    notes: epoch?.note === undefined ? [] : [epoch.note],
    tables: here,
    signUps,
  }
}

/** The latest state that shows; the first one where none does. */
function epochOf(epochs: readonly Epoch[], sight: Sight): Epoch | null {
  const shows = ({ brought, gone }: Epoch, at: number): boolean =>
    brought.some((mark) => mark.holds(sight)) ||
    (gone.length > 0 &&
      gone.every((mark) => mark.holds(sight)) &&
      at > 0 &&
      (at === 1 || (epochs[at - 1]?.brought.some((mark) => mark.holds(sight)) ?? false)))
  return epochs.findLast(shows) ?? epochs[0] ?? null
}
