import type { Catalog } from '../../model/catalog.ts'
import type { FrameworkStudy } from '../../model/framework-study.ts'
import { idToSql, type ObjectId } from '../../model/name.ts'
import { firstRules } from './kits/first-rules.ts'
import { liteRules } from './kits/lite-rules.ts'
import { turboRules } from './kits/turbo-rules.ts'

/** Something that a kit relies on, as a query over the users `$1`. */
export interface KitRule {
  /** Of the finding. */
  readonly code: string
  readonly table: ObjectId
  /** What is looked at: `personal accounts`. */
  readonly about: string
  /** Gives `n`, the number of those that break it, and `example`, one of them. */
  readonly sql: string
  /** Who breaks it: `Users without a personal account`. */
  readonly wrong: string
  readonly next: string
}

/** A rule, and the columns that it looks at: by the kit's name of a table, which may be called otherwise here. */
export interface KitRuleDraft extends Omit<KitRule, 'next' | 'table' | 'sql'> {
  readonly table: string
  readonly needs: Readonly<Record<string, readonly string[]>>
  /** `name`: a table as SQL spells it. */
  readonly sql: (name: (table: string) => string) => string
  readonly next?: string
}

type Kit = Pick<FrameworkStudy, 'family' | 'tables'>

const BACK = 'supa-seed reset restores the rows of supa-seed.'

const RULES: Partial<Readonly<Record<FrameworkStudy['family'], readonly KitRuleDraft[]>>> = {
  'makerkit-turbo': turboRules,
  'makerkit-v1': firstRules,
  'makerkit-lite': liteRules.lite,
  'makerkit-v1-lite': liteRules.first,
}

/** What a kit's application relies on and no constraint promises. Rules over tables or columns that are not there are left out. */
export function kitRules({ family, tables }: Kit, { relations }: Pick<Catalog, 'relations'>): readonly KitRule[] {
  const has = (name: string, columns: readonly string[]): boolean => {
    const relation = relations.find(({ id }) => id === tables[name])
    return (
      relation?.grants.select === true &&
      !relation.rowSecurity.active &&
      columns.every((column) => relation.columns.some((one) => one.name === column))
    )
  }
  const name = (table: string): string => idToSql(tables[table] ?? '')
  return (RULES[family] ?? [])
    .filter(({ needs }) => Object.entries(needs).every(([table, columns]) => has(table, columns)))
    .map(({ code, about, table, sql, wrong, next }) => ({
      code,
      about,
      wrong,
      table: tables[table] ?? '',
      sql: sql(name),
      next: next === undefined ? BACK : `${next} ${BACK}`,
    }))
}
