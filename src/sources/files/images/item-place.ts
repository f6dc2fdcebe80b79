import { boxesIn } from './boxes-in.ts'

/** Where the item with EXIF lies in the file, of the boxes `iinf` and `iloc`; null where there is none, or in parts. */
export function exifPlace(
  infos: Buffer | undefined,
  locations: Buffer | undefined,
): { readonly at: number; readonly length: number } | null {
  if (infos === undefined || locations === undefined) return null
  try {
    const item = exifItem(infos)
    return item === null ? null : placeOf(locations, item)
  } catch (error) {
    // The boxes end before what they announce.
    if (error instanceof RangeError) return null
    throw error
  }
}

function exifItem(infos: Buffer): number | null {
  for (const { name, content } of boxesIn(infos, infos[0] === 0 ? 6 : 8)) {
    const version = content[0] ?? 0
    if (name !== 'infe' || version < 2) continue
    const long = version > 2
    if (content.toString('latin1', long ? 10 : 8, long ? 14 : 12) === 'Exif')
      return long ? content.readUInt32BE(4) : content.readUInt16BE(4)
  }
  return null
}

function placeOf(locations: Buffer, item: number): { at: number; length: number } | null {
  const version = locations[0] ?? 0
  const [offsets, lengths] = [(locations[4] ?? 0) >> 4, (locations[4] ?? 0) & 15]
  const [bases, indexes] = [(locations[5] ?? 0) >> 4, version === 0 ? 0 : (locations[5] ?? 0) & 15]
  // Places without digits: nothing could be told apart, and nothing would end the loops below.
  if (offsets + lengths + indexes === 0) return null
  let at = 6
  const take = (bytes: number): number => {
    at += bytes
    // Zero bytes, four or eight; places beyond 2^48 are in no file.
    return bytes === 0
      ? 0
      : bytes === 8
        ? Number(locations.readBigUInt64BE(at - 8))
        : locations.readUIntBE(at - bytes, bytes)
  }
  for (let left = take(version < 2 ? 2 : 4); left > 0; left--) {
    const id = take(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : take(2) & 15
    take(2)
    const base = take(bases)
    const extents = take(2)
    for (let i = 0; i < extents; i++) {
      take(indexes)
      const [offset, length] = [take(offsets), take(lengths)]
      if (id === item) return extents === 1 && method === 0 ? { at: base + offset, length } : null
    }
  }
  return null
}
