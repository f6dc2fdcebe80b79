import type { Queryable } from '../../model/database.ts'
import type { Plan } from '../../model/plan.ts'
import type { SignedIn } from '../../model/signed-in.ts'
import type { Rows, TableRows } from '../../values/rows/rows.ts'
import { asNamed, signIn, signOut } from '../sign-in.ts'
import { ask } from './ask.ts'
import { attempt } from './attempt.ts'
import { type Narrowed, narrow, type Writing } from './narrow.ts'
import { Dropped, mayAskWho, type Refused } from './refused.ts'

/** A table whose rows are tried, and how. */
export interface Trying {
  readonly tx: Queryable
  readonly plan: Plan
  readonly rows: Rows
  readonly made: TableRows
  readonly writing: Writing
  /** Whom else its rows may be written as, likeliest first. */
  possible(): Promise<readonly SignedIn[]>
  /** The unique key under which rows of others' making are there already; null: none. */
  met(refused: Refused, rows: readonly number[]): Promise<readonly string[] | null>
}

/** What became of rows, and as whom they were written instead of whom the plan says, and why. */
export interface NarrowedAs extends Narrowed {
  /** Triggers have made some of the rows, under this key: nothing is written. */
  readonly met?: { readonly columns: readonly string[]; readonly refused: Refused }
  readonly instead: { readonly as: SignedIn; readonly refused: Refused } | null
}

/**
 * Writes rows as whom the plan says (as nobody where it says nothing; the transaction acts so already); where some are refused, as the first one as whom all of
 * them pass; where none has passed at all, as the first one as whom some of them do.
 */
export async function narrowAs(trying: Trying, some: readonly number[]): Promise<NarrowedAs> {
  const { tx, made, writing } = trying
  const planned = made.plan.signedIn?.by === 'column' ? writingAs(trying, made.plan.signedIn) : writing
  const whole = some.length === 0 ? null : await attempt(tx, () => planned.all(some))
  if (whole === null) return { accepted: some, refused: [], why: null, instead: null }
  const columns = await trying.met(whole, some)
  if (columns !== null) return { accepted: [], refused: [], why: null, instead: null, met: { columns, refused: whole } }
  const possible = mayAskWho(whole) ? await trying.possible() : []
  const others: { readonly as: SignedIn; readonly answer: Refused }[] = []
  for (const as of possible) {
    const answer = await attempt(tx, () => signedIn(trying, as, (written) => written.all(some)))
    if (answer === null) return { accepted: some, refused: [], why: null, instead: { as, refused: whole } }
    others.push({ as, answer })
  }
  const { accepted, refused, why } = await narrow(tx, some, planned, whole)
  for (const { as, answer } of accepted.length === 0 ? others : []) {
    const tried = await ask(tx, () => signedIn(trying, as, (written) => narrow(tx, some, written, answer)), null)
    if (tried !== null && tried.accepted.length > 0) return { ...told(tried), instead: { as, refused: whole } }
  }
  return { accepted, refused, why, instead: null }
}

const told = ({ accepted, refused, why }: Narrowed): Narrowed => ({ accepted, refused, why })

/** Does something as somebody; nobody is signed in afterwards. @throws Dropped where there is no such user. */
async function signedIn<Result>(
  trying: Trying,
  as: SignedIn,
  work: (writing: Writing) => Promise<Result>,
): Promise<Result> {
  const { tx, plan, rows } = trying
  if (!(await signIn(tx, plan, rows, as))) throw new Dropped('there is no user')
  const result = await work(as.by === 'column' ? writingAs(trying, as) : trying.writing)
  await signOut(tx)
  return result
}

/** Each row as whom it names. */
const writingAs = ({ tx, rows, made, writing }: Trying, as: Extract<SignedIn, { by: 'column' }>): Writing => ({
  all: (some) => asNamed(tx, rows, made, as, some, (numbers) => writing.all(numbers)),
  each: () => null,
})
