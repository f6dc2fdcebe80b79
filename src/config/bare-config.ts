import type { ConfigInput } from './schema.ts'

/**
 * The library's one-line form: `{ users: 10, posts: 50, seed: 'demo' }`. Names that are no settings are tables, with the number of their rows;
 * `Name` are all names at the top.
 */
export type BareConfig<Name extends string> = ConfigInput & {
  readonly [Key in Name]?: Key extends keyof ConfigInput ? unknown : number
}
