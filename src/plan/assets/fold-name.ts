/** A name across naming styles: `publishDate`, `publish_date` and `Publish date` are one. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
