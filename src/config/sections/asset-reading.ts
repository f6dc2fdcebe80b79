import { z } from 'zod'
import { setting } from '../setting.ts'
import { problem } from './columns.ts'

/** What a pool says of how its files are read. */
export const assetReading = {
  per: setting(z.enum(['file', 'line']), {
    description: 'Whether plain text (.txt) is an item for each file, or for each line that is not blank',
    examples: ['line'],
    group: 'Contents',
    default: 'file',
  }),
  delimiter: setting(z.enum([',', ';', '\t', '|']), {
    description: 'What stands between the fields of CSV files',
    examples: [';'],
    group: 'Contents',
    otherwise: 'found in each file',
  }),
  header: setting(z.boolean(), {
    description: 'Whether the first line of CSV files holds the names of the columns',
    examples: [false],
    group: 'Contents',
    default: true,
  }),
  columns: setting(
    z
      .array(z.string().min(1))
      .min(1)
      .check(({ value, issues }) => {
        const twice = value.find((name, i) => value.indexOf(name) !== i)
        if (twice !== undefined) issues.push(problem([], value, 'names that differ', twice))
      }),
    {
      description: 'Names for the columns of CSV files',
      examples: [['sku', 'name', 'price']],
      group: 'Contents',
      otherwise: 'those in the first line',
    },
  ),
}
