import type { Finding } from '../../model/finding.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Workshop } from '../draft.ts'

/** So many problems are told one by one. */
const MOST = 200

/** What stops the plan, and what else is to be told of the user's content. Files stop it where their pool is strict. */
export function assetProblems({ assetProblems: problems, inputs }: Workshop): [problems: Finding[], others: Finding[]] {
  const { findings } = inputs.assets
  const stops = ({ level }: Finding): boolean => level === 'error'
  return [[...findings.filter(stops), ...problems], findings.filter((one) => !stops(one))]
}

/** Everything that is wrong with the user's content, in one error, before anything is written. @throws SeedError `assets-invalid`, or the only problem's own code */
export function refuseAssetProblems(problems: readonly Finding[], others: readonly Finding[]): void {
  const [first, ...rest] = problems
  if (first === undefined) return
  if (rest.length === 0) {
    const { code, message, place, expected, found, next } = first
    const findings = [first, ...others]
    throw new SeedError({ code, message, place, ...told({ expected, found }), next: next ?? AGAIN, findings })
  }
  const places = new Set(problems.map(({ place }) => place.file?.replace(/(?::\d+){1,2}$/, '') ?? place.path))
  const where = places.size === 1 ? 'one place' : `${places.size} places`
  throw new SeedError({
    code: 'assets-invalid',
    message: `${who(problems)} have ${problems.length} problems in ${where}${problems.length > MOST ? `; the first ${MOST} are told` : ''}.`,
    ...(who(problems) === POOLS ? { place: { path: 'assetPools' } } : {}),
    next: AGAIN,
    findings: [...problems.slice(0, MOST), ...others],
  })
}

const POOLS = 'The asset pools'

/** Whose problems they are. */
const who = (problems: readonly Finding[]): string =>
  problems.every(({ place }) => place.path?.startsWith('assetPools')) ? POOLS : 'Asset pools and expressions'

const AGAIN = 'Mend all of them and run the command again.'

const told = ({ expected, found }: { expected: string | undefined; found: string | undefined }) => ({
  ...(expected === undefined ? {} : { expected }),
  ...(found === undefined ? {} : { found }),
})
