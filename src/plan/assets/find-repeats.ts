import { type Finding, finding } from '../../model/finding.ts'
import type { KeyStudy } from '../../model/study.ts'
import type { Draft, Workshop } from '../draft.ts'
import type { DraftItem } from './draft-assets.ts'
import { pastPools } from './past-pools.ts'
import { seenThrough } from './seen-through.ts'

const SEPARATOR = '\u001f'

/**
 * Items that say the same in a unique key: a problem where the key has no other columns, also where a row that is there says so. Returns the keys in whose
 * columns items repeat one another and that other columns must hold.
 */
export function findRepeats(workshop: Workshop, draft: Draft, items: readonly DraftItem[]): Set<string> {
  const repeated = new Set<string>()
  for (const key of draft.study.keys) {
    const given = key.columns.filter((name) => draft.columns.get(name)?.assets !== undefined)
    if (given.length === 0) continue
    const whole = given.length === key.columns.length && key.partial === null
    const seen = whole ? taken(workshop, draft, key) : new Map<string, string>()
    for (const item of items) {
      const tuple = tupleOf(draft, key, given, item)
      if (tuple === null) continue
      const first = seen.get(tuple)
      if (first === undefined) seen.set(tuple, item.asset.place)
      else if (whole) workshop.assetProblems.push(twice(draft, key, item, first))
      else repeated.add(key.name)
    }
  }
  return repeated
}

/** Null where the item leaves one of the columns open. */
export function tupleOf(draft: Draft, key: KeyStudy, columns: readonly string[], { values }: DraftItem): string | null {
  const texts = columns.map((name) => {
    const text = values.get(name)?.text ?? null
    return text === null ? null : seenThrough(text, draft.study.columns[name]?.base ?? '', key.through[name])
  })
  return texts.includes(null) ? null : texts.join(SEPARATOR)
}

/** What rows hold already: those of others, and those of earlier runs that were made from files. */
export function taken(workshop: Workshop, draft: Draft, key: KeyStudy): Map<string, string> {
  const { answers } = workshop.inputs
  const seen = (texts: readonly string[]): string =>
    texts
      .map((text, i) =>
        seenThrough(
          text,
          draft.study.columns[key.columns[i] as string]?.base ?? '',
          key.through[key.columns[i] as string],
        ),
      )
      .join(SEPARATOR)
  const rows = new Map<string, string>()
  for (const tuple of answers.taken[`${draft.id} ${key.name}`] ?? [])
    rows.set(seen(tuple.split(SEPARATOR)), `a row of ${draft.id} that is there`)
  for (const { items } of pastPools(workshop.inputs.past, draft.id))
    for (const { identity, keys } of items) {
      const texts = key.columns.map((name) => keys?.[name])
      if (texts.every((text) => typeof text === 'string')) rows.set(seen(texts as string[]), identity)
    }
  return rows
}

export function twice(draft: Draft, key: KeyStudy, { pool, asset, values }: DraftItem, first: string): Finding {
  const said = key.columns.map((name) => values.get(name)?.text ?? '').join(', ')
  return finding(
    'asset-twice',
    'error',
    {
      table: draft.id,
      column: key.columns.join(', '),
      constraint: key.name,
      path: `assetPools.${pool}`,
      file: asset.place,
    },
    `${asset.place} and ${first} say the same for ${draft.id}.${key.columns.join(', ')}, which is unique.`,
    {
      expected: `a value of its own (${key.name})`,
      found: said,
      next: 'Change one of them, or take its file out of the pool.',
    },
  )
}
