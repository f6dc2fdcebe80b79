import type { Draft } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { openColumns } from './open-columns.ts'

/** `is_verified` and `verified_at`, `email_verified` and `email_verified_at`: the time is there exactly where the flag is set. */
export function fitFlags(draft: Draft): void {
  const open = openColumns(draft)
  const flags = [...draft.columns.values()].filter(
    ({ study, recipe, nulls, why }) =>
      study.base === 'bool' &&
      nulls === 0 &&
      why !== 'configuration' &&
      (recipe.kind === 'draw' || recipe.kind === 'match'),
  )
  for (const time of open) {
    if (!/^(date|timestamp|timestamptz)$/.test(time.study.base) || time.study.domain.notNull) continue
    const words = nameWords(time.column.name)
    const thing = /^(at|on|date)$/.test(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : ''
    const flag = flags.find(({ column }) => {
      const said = nameWords(column.name)
      return (
        thing !== '' &&
        [said, said.slice(1)].some((one, at) => (at === 0 || said[0] === 'is') && one.join(' ') === thing)
      )
    })
    if (flag === undefined) continue
    time.when.push({ column: flag.column.name, is: 'in', values: [true] })
    time.nulls = 0
  }
}
