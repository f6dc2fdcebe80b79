/** One voice about the configuration. A later layer outweighs an earlier one. */
export interface Layer {
  readonly kind: 'preset' | 'file' | 'call' | 'dataset' | 'environment' | 'flags'
  /** What it is called where no setting has a name of its own: `supa-seed.config.ts`. */
  readonly name: string
  readonly input: unknown
  /** Names by setting path, longest match first: `{ rows: '--rows' }`. */
  readonly names?: Readonly<Record<string, string>>
}

/** Who said the setting at `path`, by the names of the layer. */
export function nameInLayer(layer: Layer, path: string): string {
  const known = Object.entries(layer.names ?? {}).filter(
    ([start]) => path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`),
  )
  return known.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? layer.name
}
