import type { Asset } from '../../../model/assets/assets.ts'
import { chosenItems } from '../../../model/chosen-items.ts'
import { type Finding, finding } from '../../../model/finding.ts'
import type { ObjectId } from '../../../model/name.ts'
import { nearest } from '../../../model/nearest.ts'
import type { Inputs } from '../../draft.ts'
import type { Fixture } from '../../fixtures/fixture.ts'
import { listed } from '../listed.ts'
import { pastPools } from '../past-pools.ts'
import { madeParent } from './made-parent.ts'
import { misfitOf } from './misfit-of.ts'
import { type AssetReference, type Lead, pathOf, type References, type Target } from './reference.ts'
import { targetsOf } from './targets.ts'

/** Finds the rows that items refer to. Pure over the inputs, so that rows that are to be made are known before any table is settled. */
export function settleReferences(inputs: Inputs): References {
  const settling = new Settling(inputs)
  // What an item cannot do without comes first: it may leave the item out.
  const [joins, own] = [true, false].map((joined) =>
    inputs.scope.references.filter(({ join }) => (join !== null) === joined),
  )
  for (const reference of [...(own ?? []), ...(joins ?? [])]) settling.settle(reference)
  return settling
}

/** Items that are rows of a table already. */
interface RowsThere {
  /** Digests of what they were made of, by identity. */
  readonly own: ReadonlyMap<string, string>
  /** Those of pools that have another name now. */
  readonly renamed: ReadonlySet<string>
}

class Settling implements References {
  readonly all: readonly AssetReference[]
  readonly given = new Map<ObjectId, Fixture[]>()
  readonly leads: Lead[] = []
  readonly problems: Finding[] = []
  readonly findings: Finding[] = []
  readonly #inputs: Inputs
  readonly #left = new Set<string>()
  readonly #made = new Map<string, Target>()
  readonly #there = new Map<string, RowsThere>()

  constructor(inputs: Inputs) {
    this.#inputs = inputs
    this.all = inputs.scope.references
  }

  passesOver(pool: string, { identity }: Asset): boolean {
    return this.#left.has(keyOf(pool, identity))
  }

  settle(reference: AssetReference): void {
    const { assets, mapping } = this.#inputs
    // An expression that cannot be read is told with the other fields.
    if ('problem' in mapping.read(reference.expression)) return
    const targets = targetsOf(this.#inputs, reference)
    const missing = new Map<string, string[]>()
    const unnamed: string[] = []
    for (const asset of chosenItems(assets, reference.pool)) {
      if (this.#isSettled(reference, asset) || this.passesOver(reference.pool, asset)) continue
      const said = mapping.texts(reference.expression, asset)
      if ('problem' in said) {
        if (reference.asked) this.#refuse(reference, asset.place, said.problem.message, said.problem)
        else unnamed.push(asset.place)
        continue
      }
      if (!reference.asked && reference.join === null && said.texts.length > 1) unnamed.push(asset.place)
      else if (reference.join === null && said.texts.length > 1)
        this.#refuse(reference, asset.place, `${reference.field} leads to one row of ${reference.parent}.`, {
          expected: 'one name',
          found: listed(said.texts),
          next: 'Take one of them: first(…)',
        })
      else this.#lead(reference, asset, said.texts, (text) => targets.find(text), missing)
    }
    this.#tellMissing(reference, missing, targets.known)
    this.#tellUnnamed(reference, unnamed)
  }

  /** A row that was made of another content, or when its pool had another name, stays as it is. */
  #isSettled({ pool, table }: AssetReference, { identity, digest }: Asset): boolean {
    const { own, renamed } = this.#rowsOf(pool, table)
    return renamed.has(identity) || (own.has(identity) && own.get(identity) !== digest)
  }

  #rowsOf(pool: string, table: ObjectId): RowsThere {
    const key = JSON.stringify([pool, table])
    const known = this.#there.get(key)
    if (known !== undefined) return known
    const { past, config } = this.#inputs
    const own = new Map<string, string>()
    const renamed = new Set<string>()
    for (const { name, items } of pastPools(past, table))
      for (const { identity, digest } of items)
        if (name === pool) own.set(identity, digest)
        else if (!Object.hasOwn(config.assetPools, name)) renamed.add(identity)
    const made = { own, renamed }
    this.#there.set(key, made)
    return made
  }

  #lead(
    reference: AssetReference,
    asset: Asset,
    texts: readonly string[],
    find: (text: string) => Target | 'several' | null,
    missing: Map<string, string[]>,
  ): void {
    const { pool, table, link, join, onMissing } = reference
    const item: Target = { kind: 'item', pool, identity: asset.identity }
    const reached = new Set<string>()
    for (const text of texts) {
      const found = find(text)
      if (found === 'several') {
        this.#refuse(reference, asset.place, `${text} could be several rows of ${reference.parent}.`, {
          expected: 'what names one row',
          found: text,
          next: `Say which column is meant: references: { ${reference.field}: { by: '…' } }`,
        })
        continue
      }
      const to = found ?? (onMissing === 'create' ? this.#make(reference, text, asset.place) : null)
      if (to === 'refused') continue
      if (to === null) {
        missing.set(text, missing.get(text) ?? [])
        missing.get(text)?.push(asset.place)
        if (onMissing === 'skip' && join === null) this.#left.add(keyOf(pool, asset.identity))
        if (onMissing === 'null' && join === null)
          this.leads.push({ table, link, from: item, to: null, place: asset.place })
        continue
      }
      const key = JSON.stringify(to)
      if (join !== null && !reached.has(key)) this.#join(reference, join, asset, text, to)
      else if (join === null) this.leads.push({ table, link, from: item, to, place: asset.place })
      reached.add(key)
    }
  }

  #join(
    reference: AssetReference,
    join: NonNullable<AssetReference['join']>,
    asset: Asset,
    text: string,
    to: Target,
  ): void {
    const { pool, link } = reference
    const handle = `${pool}/${asset.identity} ${text}`
    this.#give(join.table, { handle, values: {}, path: pathOf(reference), pool })
    const from: Target = { kind: 'given', table: join.table, handle }
    const place = asset.place
    this.leads.push({
      table: join.table,
      link: join.back,
      from,
      to: { kind: 'item', pool, identity: asset.identity },
      place,
    })
    this.leads.push({ table: join.table, link, from, to, place })
  }

  /** The row that a name stands for, made once however many items say it. Null where the table is not written, or nobody asked for a name that does not fit. */
  #make(reference: AssetReference, text: string, place: string): Target | 'refused' | null {
    const { parent, by } = reference
    const table = this.#inputs.scope.tables.find(({ relation }) => relation.id === parent)
    const made = table === undefined ? null : madeParent(table.relation, text, by)
    if (made === null) return null
    const key = JSON.stringify([parent, made.handle])
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const values = misfitOf(this.#inputs, parent, made.values) === null ? made.values : made.plain
    const misfit = misfitOf(this.#inputs, parent, values)
    if (misfit !== null) {
      if (!reference.asked) return null
      this.#refuse(reference, place, `No row of ${parent} can be made of ${text}: ${misfit.message}`, misfit)
      return 'refused'
    }
    const target: Target = { kind: 'given', table: parent, handle: made.handle }
    this.#made.set(key, target)
    this.#give(parent, { handle: made.handle, values, path: pathOf(reference), pool: reference.pool })
    return target
  }

  #give(table: ObjectId, fixture: Fixture): void {
    const there = this.given.get(table)
    if (there === undefined) this.given.set(table, [fixture])
    else there.push(fixture)
  }

  #tellMissing(
    reference: AssetReference,
    missing: ReadonlyMap<string, readonly string[]>,
    known: readonly string[],
  ): void {
    if (missing.size === 0) return
    const { field, parent, asked, pool } = reference
    // Rows that nobody asked for and that cannot be made are no matter.
    const onMissing = asked ? reference.onMissing : 'leave'
    const names = [...missing.keys()]
    const [first = ''] = names
    const near = nearest(first, known)
    const message = `${parent} has no row that ${names.length === 1 ? `${first} names` : `these name: ${listed(names)}`}.`
    const place = { table: reference.table, path: pathOf(reference), file: missing.get(first)?.[0] ?? '' }
    const found = listed([...missing.values()].flat())
    if (onMissing === 'error' || onMissing === 'create')
      this.problems.push(
        finding('reference-missing', 'error', place, message, {
          expected: known.length === 0 ? `rows of ${parent} that are known by name` : `one of ${listed(known)}`,
          found: names.length === 1 ? first : listed(names),
          next:
            near === null
              ? onMissing === 'create'
                ? `Rows of ${parent} cannot be made here: it holds rows of others, or nothing in it is a name. Mend the name, add the row, or say what becomes of it: assetPools: { ${pool}: { references: { ${field}: 'skip' } } } (or 'null')`
                : `Mend the name, or say what becomes of it: assetPools: { ${pool}: { references: { ${field}: 'create' } } } (or 'null', 'skip')`
              : `Did you mean ${near}?`,
        }),
      )
    else
      this.findings.push(
        finding('reference-missing', onMissing === 'leave' ? 'info' : 'warning', place, message, {
          found,
          next: MEANWHILE[onMissing === 'leave' && reference.join !== null ? 'skip' : onMissing],
        }),
      )
  }

  /** Nobody asked for it, so it stops nothing. */
  #tellUnnamed(reference: AssetReference, [file, ...others]: readonly string[]): void {
    if (file === undefined) return
    const { table, field, parent, pool, join } = reference
    const place = { table, path: pathOf(reference), file }
    const message = `${field} of the asset pool ${pool} is no ${join === null ? 'name' : 'list of names'} of ${parent}: it is passed over.`
    this.findings.push(
      finding('reference-unnamed', 'info', place, message, {
        expected: join === null ? 'one name' : 'names',
        found: listed([file, ...others]),
        next: `Say under fields where the name stands: assetPools: { ${pool}: { fields: { ${field}: '…' } } }`,
      }),
    )
  }

  #refuse(
    reference: AssetReference,
    file: string,
    message: string,
    rest: { readonly expected: string; readonly found: string; readonly next: string },
  ): void {
    const { expected, found, next } = rest
    const place = { table: reference.table, path: pathOf(reference), file }
    this.problems.push(finding('reference-invalid', 'error', place, message, { expected, found, next }))
  }
}

const MEANWHILE = {
  null: 'The foreign key is NULL there.',
  skip: 'What refers to it is left out.',
  leave: 'Any row is taken there, as where nothing is said.',
} as const

const keyOf = (pool: string, identity: string): string => JSON.stringify([pool, identity])
