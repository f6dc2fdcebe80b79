import type { Catalog, FunctionInfo, Relation, TypeInfo } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'

/** The relations by their ids. */
export function relationById(catalog: Pick<Catalog, 'relations'>): ReadonlyMap<ObjectId, Relation> {
  return new Map(catalog.relations.map((relation) => [relation.id, relation]))
}

/** The types by their ids; built-in ones by their bare internal names (`int4`, `_text`). */
export function typeById(catalog: Pick<Catalog, 'types'>): ReadonlyMap<ObjectId, TypeInfo> {
  return new Map(catalog.types.map((type) => [type.id, type]))
}

/** The functions by their ids. */
export function functionById(catalog: Pick<Catalog, 'functions'>): ReadonlyMap<ObjectId, FunctionInfo> {
  return new Map(catalog.functions.map((found) => [found.id, found]))
}
