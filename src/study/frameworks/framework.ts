import type { Catalog } from '../../model/catalog.ts'

/** A family of schemas, told by what is in the catalog. */
export interface Framework {
  readonly family: string
  /** What speaks for it, one phrase each; empty: it is something else. */
  evidence(catalog: Catalog): readonly string[]
}
