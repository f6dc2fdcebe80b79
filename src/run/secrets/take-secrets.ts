import { FACTORS } from '../../model/given/factor-secret.ts'
import type { Scope, ScopeTable } from '../../plan/scope.ts'

/** A scope whose second factors that are given have no secret, and those secrets by handle: plans are written down, secrets are not. */
export function takeSecrets(scope: Scope): { readonly scope: Scope; readonly secrets: ReadonlyMap<string, string> } {
  const secrets = new Map<string, string>()
  const withoutSecrets = (table: ScopeTable): ScopeTable => ({
    ...table,
    fixtures: table.fixtures.map((fixture) => {
      const { secret, status, ...values } = fixture.values
      if (fixture.path !== '' && typeof secret === 'string') secrets.set(fixture.handle, secret)
      return { ...fixture, values }
    }),
  })
  const tables = scope.tables.map((table) => (table.relation.id === FACTORS ? withoutSecrets(table) : table))
  return { scope: { ...scope, tables }, secrets }
}
