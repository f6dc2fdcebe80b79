import type { Catalog } from '../../model/catalog.ts'
import type { ExtendedEnum } from '../../model/framework-study.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Epoch, Framework } from './framework.ts'
import type { Sight } from './sight.ts'

/** What is not as the family brought it: phrases for people, and the enums that got further labels. */
export function alterationsOf(
  framework: Framework,
  sight: Sight,
  here: Readonly<Record<string, ObjectId>>,
  epoch: Epoch | null,
  catalog: Catalog,
): { readonly altered: readonly string[]; readonly extendedEnums: readonly ExtendedEnum[] } {
  const extendedEnums = Object.entries(framework.enums).flatMap(([id, labels]): ExtendedEnum[] => {
    const further = (sight.type(id)?.labels ?? []).filter((label) => !labels.includes(label))
    return further.length === 0 ? [] : [{ type: id, labels: further }]
  })
  const names = framework.epochs.map(({ name }) => name)
  /** Does every release of that time have it? */
  const expected = (name: string): boolean => {
    const since = framework.since[name]
    return (
      since === undefined || (since !== null && epoch !== null && names.indexOf(since) <= names.indexOf(epoch.name))
    )
  }
  return {
    altered: [
      ...Object.keys(framework.tables).flatMap((name) => alteredTable(framework, name, sight, here, expected)),
      ...Object.entries(framework.enums).flatMap(([id, labels]) => missingLabels(id, labels, sight)),
      ...extendedEnums.map(({ type, labels }) => `${type} has further labels: ${labels.join(', ')}`),
      ...unprotected(Object.values(here), catalog),
      ...uncalled(catalog),
    ],
    extendedEnums,
  }
}

function alteredTable(
  { tables }: Framework,
  name: string,
  sight: Sight,
  here: Readonly<Record<string, ObjectId>>,
  expected: (name: string) => boolean,
): string[] {
  const relation = sight.table(name)
  if (relation === undefined) return expected(name) ? [`the table ${name} is missing`] : []
  const brought = tables[name] === '' ? [] : (tables[name] ?? '').split(' ')
  const own = relation.columns.map((column) => column.name)
  const missing = brought.filter((column) => !own.includes(column) && expected(`${name}.${column}`))
  const further = brought.length === 0 ? [] : own.filter((column) => !brought.includes(column))
  return [
    ...(here[name] === name ? [] : [`the table ${name} is called ${relation.id}`]),
    ...missing.map((column) => `${relation.id}.${column} is missing`),
    ...further.map((column) => `${relation.id}.${column} was added`),
  ]
}

function missingLabels(id: string, labels: readonly string[], sight: Sight): string[] {
  const type = sight.type(id)
  if (type === undefined) return []
  const missing = labels.filter((label) => !type.labels.includes(label))
  return missing.length === 0 ? [] : [`${id} lacks the labels ${missing.join(', ')}`]
}

/** Where most of the family's tables have row-level security, those without are told. */
function unprotected(ids: readonly ObjectId[], { relations }: Catalog): string[] {
  const own = relations.filter(({ id }) => ids.includes(id))
  const open = own.filter(({ rowSecurity }) => !rowSecurity.enabled)
  return open.length * 2 >= own.length ? [] : open.map(({ id }) => `row-level security of ${id} is off`)
}

/** Functions of the kit that are made for triggers, and that no trigger calls. */
function uncalled({ functions, relations }: Catalog): string[] {
  const called = new Set(relations.flatMap(({ triggers }) => triggers.map((trigger) => trigger.function)))
  return functions
    .filter(({ schema, returns, id }) => schema === 'kit' && returns === 'trigger' && !called.has(id))
    .map(({ id }) => `no trigger calls ${id}`)
}
