import type { Catalog, Column, Relation } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import type { PairStudy, TableStudy } from '../model/study.ts'
import { singularOf } from './singular-of.ts'
import { snakeCase } from './snake-case.ts'

/** Words that name no table themselves when they stand alone beside an id: `entity`, `entity_id`. */
const ANY = /^(entity|resource|subject|object|record|item|target|source|reference|model|content|parent|owner|\w+able)$/
/** Tables whose rows others are about. */
const ABOUT = /(title|name|subject|headline|label|body|content|description|number|email)$/i
const TEXTS = /^(text|varchar|bpchar|citext)$/
const KEYS = /^(uuid|int[248]|text|varchar)$/
/** People are followed, called and written to, but hardly commented, liked or tagged. */
const PEOPLE = /^(users?|profiles?|people|persons?|members?|accounts?)$/i
const PERSONAL = /(follow|notif|address|contact|phone|mail|blam|own|authentic|tokeniz?)/i
/** Rows about others, which nobody refers to. */
const TRAILS = /(^|_)(logs?|audits?|events?|histor(y|ies)|sessions?|tokens?|jobs?|migrations?|versions?)$/i
/** Tables that a pair may lead to where nothing says to which. */
const MANY = 4

/**
 * Pairs of columns that name a row of one of several tables: `commentable_type` with the table and `commentable_id` with the key. The tables are those that
 * the type may name (enum, check), else those with a key of that type whose rows others could be about.
 */
export function pairsOf(
  relation: Relation,
  study: TableStudy,
  catalog: Catalog,
  studies: ReadonlyMap<ObjectId, TableStudy>,
): readonly PairStudy[] {
  if (study.standing.kind !== 'app') return []
  return relation.columns.flatMap((column): PairStudy[] => {
    const name = /^(.+?)(_id|Id|ID)$/.exec(column.name)
    if (name === null || relation.foreignKeys.some((key) => key.columns.includes(column.name))) return []
    const [, stem = '', end = ''] = name
    const type = typeColumn(relation, stem, end)
    if (type === undefined || relation.foreignKeys.some((key) => key.columns.includes(type.name))) return []
    const targets = targetsOf({ relation, study, catalog, studies, stem }, type, column)
    return targets.length === 0 ? [] : [{ type: type.name, id: column.name, targets }]
  })
}

function typeColumn({ columns }: Relation, stem: string, end: string): Column | undefined {
  const names = end === '_id' ? [`${stem}_type`, `${stem}_table`, `${stem}_name`] : [`${stem}Type`, `${stem}Table`]
  const typed = columns.find(({ name }) => names.slice(0, 2).includes(name))
  if (typed !== undefined) return typed
  if (/^(record|row|entity|object)$/i.test(stem)) {
    const table = columns.find(({ name }) => /^(table_name|tableName|entity_name)$/.test(name))
    if (table !== undefined) return table
  }
  return ANY.test(stem.toLowerCase()) ? columns.find(({ name }) => name === stem) : undefined
}

interface Site {
  readonly relation: Relation
  readonly study: TableStudy
  readonly catalog: Catalog
  readonly studies: ReadonlyMap<ObjectId, TableStudy>
  readonly stem: string
}

function targetsOf(site: Site, type: Column, id: Column): PairStudy['targets'] {
  const { relation, study, catalog, studies } = site
  const idBase = study.columns[id.name]?.base ?? ''
  const typeStudy = study.columns[type.name]
  const labels = typeStudy?.domain.values?.filter((value) => typeof value === 'string')
  if (typeStudy === undefined || (labels === undefined && !TEXTS.test(typeStudy.base))) return []
  const fitting = catalog.relations.flatMap((table) => {
    const [key, ...more] = table.primaryKey?.columns ?? []
    const base = key == null ? '' : (studies.get(table.id)?.columns[key]?.base ?? '')
    const fits = KEYS.test(base) && (base === idBase || TEXTS.test(idBase))
    const own = table.id === relation.id || table.partitionOf !== null || studies.get(table.id)?.standing.kind !== 'app'
    return key == null || more.length > 0 || !fits || own ? [] : [{ table, key }]
  })
  if (labels !== undefined)
    return labels.flatMap((label) => {
      const named = fitting.filter(({ table }) => wordOf(label) === singularOf(snakeCase(table.name)))
      const [one, ...others] = named.length > 1 ? named.filter(({ table }) => table.schema === relation.schema) : named
      return one === undefined || others.length > 0 ? [] : [{ label, table: one.table.id, column: one.key }]
    })
  if ((typeStudy.domain.patterns?.length ?? 0) > 0) return []
  const limit = typeStudy.domain.maxLength ?? 255
  return fitting
    .filter(({ table }) => table.schema === relation.schema && isSubject(table))
    .filter(({ table }) => !/able$/i.test(site.stem) || PERSONAL.test(site.stem) || !PEOPLE.test(table.name))
    .map(({ table, key }) => ({ label: labelOf(type.name, site.stem, table.name), table: table.id, column: key }))
    .filter(({ label }) => label.length <= limit)
    .slice(0, MANY)
}

/** It has something of its own to be named by, and is not made of links. */
const isSubject = ({ name, columns, foreignKeys }: Relation): boolean =>
  columns.some((column) => ABOUT.test(column.name)) &&
  columns.length > foreignKeys.length * 2 &&
  !TRAILS.test(name) &&
  !columns.some((column) => /(able|entity|record|resource)(_type|Type)$/.test(column.name))

/** `App\\Models\\BlogPost`, `blog_posts` and `BlogPost` speak of blog_post. */
const wordOf = (label: string): string => singularOf(snakeCase(label.replace(/^.*(\\|::|\.)/, '')))

/** As Rails and Laravel write it for `…able`, as the table is called in logs, else in the singular. */
function labelOf(column: string, stem: string, table: string): string {
  if (/(^|_)table(_name)?$|Table(Name)?$/.test(column)) return table
  const singular = singularOf(snakeCase(table))
  if (!/able$/i.test(stem)) return singular
  return singular.replaceAll(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
}
