/** A box of an ISO base media file. */
export interface Box {
  readonly name: string
  readonly content: Buffer
}

const MOST = 1000

/** The boxes inside of another; those that reach beyond its end are left out. */
export function boxesIn(content: Buffer, start: number): Box[] {
  const boxes: Box[] = []
  for (let at = start; at + 8 <= content.length && boxes.length < MOST; ) {
    const length = content.readUInt32BE(at)
    if (length < 8 || at + length > content.length) break
    boxes.push({ name: content.toString('latin1', at + 4, at + 8), content: content.subarray(at + 8, at + length) })
    at += length
  }
  return boxes
}
