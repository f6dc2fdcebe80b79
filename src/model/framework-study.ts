import type { ObjectId } from './name.ts'

/** What kind of schema it is. All phrases are for people. */
export interface FrameworkStudy {
  readonly family: Family
  /** MakerKit's; `custom`: a kit of another line, or one whose marks are broken. Null where there is no kit. */
  readonly version: 'v1' | 'v2' | 'v3' | 'custom' | null
  /** The state of the kit's schema: `V1`, `E1` … `E6`, `Lite`, `V1-Lite`; null where it is not known. */
  readonly epoch: string | null
  readonly evidence: readonly string[]
  /** What one would find in a kit of this family, and does not here. */
  readonly against: readonly string[]
  /** What was changed in the family's own tables and types. */
  readonly altered: readonly string[]
  /** What the answer cannot tell. */
  readonly notes: readonly string[]
  /** Tables that the family brings, by the name that it gives them; the id is another one where they were renamed. */
  readonly tables: Readonly<Record<string, ObjectId>>
  readonly extendedEnums: readonly ExtendedEnum[]
  /** What is written when somebody signs up. */
  readonly signUps: readonly SignUp[]
}

export type Family =
  | 'makerkit-v1'
  | 'makerkit-turbo'
  | 'makerkit-lite'
  | 'makerkit-v1-lite'
  | 'basejump'
  | 'supabase-starter'
  | 'custom'
  | 'none'

/** An enum of the family that got further labels. */
export interface ExtendedEnum {
  readonly type: ObjectId
  readonly labels: readonly string[]
}

/** A trigger on auth.users that inserts a row. */
export interface SignUp {
  readonly trigger: string
  readonly function: ObjectId
  readonly table: ObjectId
  /** Those that it fills. */
  readonly columns: readonly string[]
  /** Keys of raw_user_meta_data that it reads, sorted. */
  readonly metadata: readonly string[]
}
