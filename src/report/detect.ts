import type { Catalog, Column, ForeignKey, Relation } from '../model/catalog.ts'
import { plainColumns } from '../model/plain-columns.ts'
import type {
  AssetFit,
  ColumnCoverage,
  ColumnSense,
  DetectReport,
  Relationship,
} from '../model/reports/detect-report.ts'
import type { ColumnStudy, Study, TableStudy } from '../model/study.ts'

const TEXT = /^(text|varchar|bpchar|citext)$/
/** What a catalog and its study tell of the schema. Pure. */
export function describeSchema(
  catalog: Catalog,
  study: Study,
  database: DetectReport['database'],
  columns: boolean,
): DetectReport {
  const { family, version, epoch, evidence, against, altered, notes, extendedEnums, signUps, tables } = study.framework
  const own = catalog.relations.filter(({ id }) => study.tables[id]?.standing.kind === 'app')
  const brought = Object.values(tables)
  return {
    database,
    family,
    makerkitVersion: version,
    epoch,
    evidence,
    against,
    altered,
    notes,
    extendedEnums,
    signUps,
    customTables: own.map(({ id }) => id).filter((id) => !brought.includes(id)),
    relationships: own.flatMap((relation) => relation.foreignKeys.map((key) => relationship(relation, key))),
    assetCompatibility: own.flatMap((relation) => assetFit(relation, study.tables[relation.id])),
    ...(columns ? { columns: coverage(own, study) } : {}),
  }
}

function relationship(relation: Relation, key: ForeignKey): Relationship {
  return {
    from: relation.id,
    columns: key.columns,
    to: key.parent,
    toColumns: key.parentColumns,
    kind: kindOf(relation, key),
    constraint: key.name,
  }
}

function kindOf(relation: Relation, key: ForeignKey): Relationship['kind'] {
  if (key.parent === relation.id) return 'self'
  const keys = [relation.primaryKey, ...relation.uniques].flatMap((one) => {
    const columns = one === null || one.predicate !== null ? null : plainColumns(one.columns)
    return columns === null || columns.length === 0 ? [] : [columns]
  })
  if (keys.some((columns) => columns.every((name) => key.columns.includes(name)))) return 'one-to-one'
  const linked = new Set(relation.foreignKeys.flatMap(({ columns }) => columns))
  const parents = new Set(relation.foreignKeys.map(({ parent }) => parent))
  const joins =
    parents.size > 1 && keys.some((columns) => columns.length > 1 && columns.every((name) => linked.has(name)))
  return joins ? 'many-to-many' : 'many-to-one'
}

function assetFit(relation: Relation, study: TableStudy | undefined): readonly AssetFit[] {
  const shaped = (test: RegExp): readonly string[] =>
    Object.values(study?.columns ?? {})
      .filter(({ meaning }) => meaning !== null && test.test(meaning.shape))
      .map(({ name }) => name)
  const titles = shaped(/^content\.title$|^product\.name$/)
  const bodies = shaped(/^content\.(body|excerpt)$|^product\.description$/)
  const images = shaped(/^(internet\.image|person\.avatar)$/)
  const files = shaped(/^file\.(path|name)$/)
  const json = shaped(/^json$/)
  const kinds: AssetFit['kinds'] = [
    ...(titles.length > 0 && bodies.length > 0 ? (['markdown'] as const) : []),
    ...(titles.length > 0 || json.length > 0 ? (['json'] as const) : []),
    ...(images.length > 0 ? (['images'] as const) : []),
    ...(files.length > 0 ? (['files'] as const) : []),
  ]
  const columns = [...new Set([...titles, ...bodies, ...images, ...files, ...json])]
  return kinds.length === 0 ? [] : [{ table: relation.id, kinds, columns }]
}

function coverage(relations: readonly Relation[], study: Study): ColumnCoverage {
  let texts = 0
  let meant = 0
  const tables = relations.map((relation) => {
    const keyed = new Set([
      ...(relation.primaryKey === null ? [] : (plainColumns(relation.primaryKey.columns) ?? [])),
      ...relation.foreignKeys.flatMap(({ columns }) => columns),
    ])
    const columns = relation.columns.map((column): ColumnSense => {
      const known = study.tables[relation.id]?.columns[column.name]
      const sense = senseOf(column, known, keyed.has(column.name))
      if (known !== undefined && TEXT.test(known.base) && !keyed.has(column.name) && column.generated === null) {
        texts++
        if (sense.meaning !== null) meant++
      }
      return sense
    })
    return { table: relation.id, columns }
  })
  return { texts, meant, share: texts === 0 ? 1 : Math.round((meant / texts) * 1000) / 1000, tables }
}

function senseOf(column: Column, study: ColumnStudy | undefined, keyed: boolean): ColumnSense {
  const base = { column: column.name, type: column.typeName }
  if (keyed) return { ...base, meaning: 'key', entity: null, evidence: 'key' }
  if (column.generated !== null) return { ...base, meaning: 'generated', entity: null, evidence: 'catalog' }
  const meaning = study?.meaning ?? null
  if (meaning !== null) return { ...base, meaning: meaning.shape, entity: meaning.entity, evidence: meaning.evidence }
  if (study?.domain.values !== undefined)
    return { ...base, meaning: 'one of a list', entity: null, evidence: 'values of its type or a check' }
  if (study?.domain.patterns?.some((one) => !one.negated))
    return { ...base, meaning: 'a pattern', entity: null, evidence: 'check' }
  return { ...base, meaning: null, entity: null, evidence: null }
}
