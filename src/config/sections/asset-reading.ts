import { z } from 'zod'
import { setting } from '../setting.ts'

/** What a pool says of how its files are read. */
export const assetReading = {
  per: setting(z.enum(['file', 'line']), {
    description: 'Whether plain text (.txt) is an item for each file, or for each line that is not blank',
    examples: ['line'],
    group: 'Contents',
    default: 'file',
  }),
}
