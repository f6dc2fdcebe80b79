/** What the header of a picture says. */
export interface RawImage {
  /** Pixels as they are stored; null where it does not say. */
  readonly width: number | null
  readonly height: number | null
  /** As in EXIF, where the format says it in a way of its own; absent: EXIF decides. */
  readonly orientation?: number
  /** What EXIF is read from: `Exif\0\0` or the TIFF header at its beginning. */
  readonly exif: Buffer | null
}
