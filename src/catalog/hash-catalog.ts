import { createHash } from 'node:crypto'
import type { CatalogContent } from './assemble.ts'

/**
 * SHA-256 (hex) over what a catalog says about the shape of the database and the rights of the role: canonical JSON, keys
 * sorted. Left out is what differs between two databases that were built alike, or changes without any DDL: the server, the
 * versions of extensions, row estimates, names of plain indexes, whether a materialized view is populated, positions of sequences, and the numbers of
 * the columns (their order counts; dropped ones before them do not). The privileges of other roles count among the guards, see `guardsOf`.
 */
export function hashCatalog(catalog: CatalogContent): string {
  const { role, types, functions } = catalog
  const stable = {
    role,
    schemas: catalog.schemas.map(({ privileges: _privileges, ...schema }) => schema),
    types,
    functions,
    relations: catalog.relations.map(
      ({
        rowEstimate: _rows,
        populated: _populated,
        privileges: _privileges,
        otherIndexes: _indexes,
        columns,
        ...relation
      }) => ({
        ...relation,
        columns: columns.map(({ position: _position, ...column }) => column),
      }),
    ),
    sequences: catalog.sequences.map(({ last: _last, ...sequence }) => sequence),
    extensions: catalog.extensions.map(({ version: _version, ...extension }) => extension),
  }
  return createHash('sha256').update(JSON.stringify(stable, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
