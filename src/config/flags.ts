import type { z } from 'zod'
import { configSchema } from './schema.ts'
import { definition, kindOf } from './schema-kind.ts'
import { type SettingGroup, settingMeta } from './setting.ts'

/** One flag that sets a setting. */
export interface SettingFlag {
  /** Setting path: `db.url`. */
  readonly path: readonly string[]
  readonly flag: string
  readonly argument: string
  /** Key under which the command line hands it over: `dbUrl`. */
  readonly key: keyof Flags
  readonly repeat: boolean
  readonly read: 'number' | 'text' | 'list'
  readonly env: string | null
  readonly group: SettingGroup
  readonly description: string
  /** What holds without it, for help. */
  readonly default: string
}

/** Flags as they stand on the command line, nothing of them judged yet. */
export interface Flags {
  readonly dbUrl?: string
  readonly embedded?: string | true
  readonly rows?: readonly string[]
  readonly seed?: string
  readonly now?: string
  readonly dataset?: string
  readonly scale?: string
  readonly instances?: string
  readonly locale?: string
  readonly edgeCases?: boolean
  readonly schema?: readonly string[]
  readonly only?: readonly string[]
  readonly except?: readonly string[]
  readonly allow?: readonly string[]
  readonly jobs?: string
  /** The configuration file to read. */
  readonly config?: string
  /** A branch, the ref of a project, or a URL. */
  readonly remote?: string
  /** The folder that holds `supabase/`. */
  readonly workdir?: string
}

/** Every flag that the schema declares, in its order. */
export function settingFlags(): readonly SettingFlag[] {
  return flagsOf(configSchema, [])
}

function flagsOf(schema: z.ZodType, path: readonly string[]): readonly SettingFlag[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const here = [...path, name]
    const meta = settingMeta(field)
    if (meta?.flag === undefined) return flagsOf(field, here)
    return {
      path: here,
      flag: meta.flag,
      argument: meta.argument ?? '',
      key: camelCase(meta.flag.slice(2)) as keyof Flags,
      repeat: meta.repeat ?? false,
      read: readOf(field),
      env: meta.env ?? null,
      group: meta.group,
      description: meta.description,
      default: meta.default === undefined ? (meta.otherwise ?? '') : String(meta.default),
    }
  })
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  const { shape, innerType } = definition(schema)
  return shape ?? (innerType === undefined ? {} : shapeOf(innerType))
}

function readOf(schema: z.ZodType): SettingFlag['read'] {
  const { innerType } = definition(schema)
  if (innerType !== undefined) return readOf(innerType)
  const kind = kindOf(schema)
  return kind === 'number' ? 'number' : kind === 'array' ? 'list' : 'text'
}

const camelCase = (flag: string): string => flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
