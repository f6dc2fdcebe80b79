import type { Value } from '../value.ts'

/** What a picture says of itself. The names are those of the mapping language: `image.taken_at`. */
export interface AssetImage {
  /** Pixels as it is shown, after its orientation; null where it does not say. */
  readonly width: number | null
  readonly height: number | null
  /** As in EXIF, 1 to 8; 1 is upright. */
  readonly orientation: number
  /** Media type by content. */
  readonly type: string
  /** From a file beside it, else from EXIF, else from its name. */
  readonly alt: string
  readonly caption: string
  readonly title: string
  /** ISO 8601 without a zone where the camera tells none; null where nothing is told. */
  readonly taken_at: string | null
  readonly camera: string | null
  readonly lens: string | null
  /** Degrees; metres above the sea. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly altitude: number | null
  /** Everything that EXIF says in words and numbers; null without it. */
  readonly exif: { readonly [key: string]: Value } | null
}
