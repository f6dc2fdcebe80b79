import type { z } from 'zod'

/** What a setting says of itself beside its type. Said once: flags, help, JSON Schema and docs are made of it. */
export interface SettingMeta {
  /** One sentence without a full stop. */
  readonly description: string
  /** Values as they are written in the configuration. */
  readonly examples: readonly unknown[]
  readonly group: SettingGroup
  /** `--rows`. Without one the setting is for the configuration only. */
  readonly flag?: string
  /** What follows the flag: `<n>`; in square brackets when it may be left out. */
  readonly argument?: string
  /** May the flag be given several times? */
  readonly repeat?: boolean
  readonly env?: string
  /** What holds when nobody said anything. */
  readonly default?: unknown
  /** The same in words, where there is no such value. */
  readonly otherwise?: string
}

export type SettingGroup = 'Database' | 'Contents' | 'Scope' | 'Run'

/** Marks a part of the schema as a setting. */
export function setting<Schema extends z.ZodType>(schema: Schema, meta: SettingMeta): z.ZodOptional<Schema> {
  return schema.optional().meta({ ...meta })
}

/** What `setting` said, or null for parts that are no settings of their own. */
export function settingMeta(schema: z.ZodType): SettingMeta | null {
  const meta = schema.meta()
  return meta !== undefined && 'group' in meta ? (meta as unknown as SettingMeta) : null
}
