import type { MappingProblem } from '../../../model/assets/asset-mapping.ts'
import { madeItem } from '../../../model/assets/made-item.ts'
import type { ObjectId } from '../../../model/name.ts'
import type { Value } from '../../../model/value.ts'
import type { Inputs } from '../../draft.ts'

/** Why the columns of a table do not take the values of a row that is to be made; null where they do. */
export function misfitOf(
  { study, mapping }: Inputs,
  table: ObjectId,
  values: Readonly<Record<string, Value>>,
): MappingProblem | null {
  for (const [column, value] of Object.entries(values)) {
    const known = study.tables[table]?.columns[column]
    if (known === undefined) continue
    const { encoding, base, domain } = known
    const item = { ...madeItem(0), json: { value } }
    const read = mapping.value('json.value', item, { table, column, encoding, base, domain })
    if ('problem' in read) return read.problem
  }
  return null
}
