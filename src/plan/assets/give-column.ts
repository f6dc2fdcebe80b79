import { labelsOf } from '../../model/labels-of.ts'
import type { DraftColumn } from '../draft.ts'
import type { ColumnAsset } from './draft-assets.ts'

/** A column gets values from a pool; its recipe stays for the other rows. */
export function giveColumn(entry: DraftColumn, asset: Omit<ColumnAsset, 'labels'>): void {
  const labels = labelsOf(entry.study.encoding, entry.study.domain)
  entry.assets = [...(entry.assets ?? []), { ...asset, ...(labels === undefined ? {} : { labels }) }]
}
