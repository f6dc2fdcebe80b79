import type { CheckRow } from '../queries/checks.ts'
import type { ColumnRow } from '../queries/columns.ts'
import type { ExtensionRow } from '../queries/extensions.ts'
import type { ForeignKeyRow } from '../queries/foreign-keys.ts'
import type { FunctionRow } from '../queries/functions.ts'
import type { KeyRow } from '../queries/keys.ts'
import type { PolicyRow } from '../queries/policies.ts'
import type { RelationRow } from '../queries/relations.ts'
import type { RuleRow } from '../queries/rules.ts'
import type { SchemaRow } from '../queries/schemas.ts'
import type { SequenceRow } from '../queries/sequences.ts'
import type { ServerRow } from '../queries/server.ts'
import type { TriggerRow } from '../queries/triggers.ts'
import type { TypeRow } from '../queries/types.ts'

/** What the queries gave, in any order; tied together by oids as text. */
export interface CatalogRows {
  readonly server: ServerRow
  readonly systemId: string | null
  readonly schemas: readonly SchemaRow[]
  readonly extensions: readonly ExtensionRow[]
  readonly relations: readonly RelationRow[]
  readonly columns: readonly ColumnRow[]
  readonly keys: readonly KeyRow[]
  readonly foreignKeys: readonly ForeignKeyRow[]
  readonly checks: readonly CheckRow[]
  readonly triggers: readonly TriggerRow[]
  readonly rules: readonly RuleRow[]
  readonly policies: readonly PolicyRow[]
  readonly types: readonly TypeRow[]
  readonly sequences: readonly SequenceRow[]
  readonly functions: readonly FunctionRow[]
}
