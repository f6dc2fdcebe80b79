import type { Database } from '../../model/database.ts'
import type { Finding } from '../../model/finding.ts'
import { spellCount } from '../spell-number.ts'
import { checkAsked } from './asked-values.ts'
import { checkAssociations } from './associations.ts'
import { readColumns } from './columns.ts'
import { checkGiven } from './given-rows.ts'
import type { Look } from './look-at-table.ts'
import type { OwnTable } from './own-rows.ts'
import { checkShares } from './shares.ts'
import { failed, passed, skipped, type Verdict } from './verdict.ts'

const NAME = 'promises'

const LOOKS: readonly { readonly look: Look; readonly spell: (judged: number) => string }[] = [
  { look: checkShares, spell: (n) => `${spellCount(n)} ${n === 1 ? 'share' : 'shares'} per parent within bounds` },
  {
    look: checkAssociations,
    spell: (n) => `${spellCount(n)} ${n === 1 ? 'association' : 'associations'} within bounds`,
  },
  {
    look: checkAsked,
    spell: (n) => `${spellCount(n)} ${n === 1 ? 'column' : 'columns'} with the values asked for (sampled)`,
  },
  { look: checkGiven, spell: (n) => `${spellCount(n)} given ${n === 1 ? 'row' : 'rows'} as given` },
]

/** What was asked for beyond counts: bounds per parent, values that the configuration names, rows that are given. */
export async function checkPromises(db: Database, tables: readonly OwnTable[]): Promise<Verdict> {
  const totals = LOOKS.map(() => 0)
  const findings: Finding[] = []
  await db.transaction(
    async (tx) => {
      const columns = await readColumns(
        tx,
        tables.map(({ id }) => id),
      )
      for (const table of tables) {
        for (const [i, { look }] of LOOKS.entries()) {
          const found = await look(tx, table, columns.get(table.id) ?? new Map())
          totals[i] = (totals[i] ?? 0) + found.judged
          findings.push(...found.findings)
        }
      }
    },
    { readOnly: true, isolation: 'repeatable read' },
  )
  const said = LOOKS.flatMap(({ spell }, i) => ((totals[i] ?? 0) > 0 ? [spell(totals[i] ?? 0)] : []))
  const broken = findings.filter(({ level }) => level === 'error').length
  if (broken > 0) return failed(NAME, `${broken} ${broken === 1 ? 'promise is' : 'promises are'} not kept`, findings)
  if (said.length === 0) return skipped(NAME, 'nothing was asked for beyond the number of rows', findings)
  return passed(NAME, said.join(', '), findings)
}
