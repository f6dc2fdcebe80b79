import { cut, type Range } from '../write/slices.ts'

/** Shares runs of rows out among chunks of at most `size` rows. Runs that lie close together (rows between them are skipped) go into one chunk. */
export function chunkRanges(runs: readonly Range[], size: number, close: boolean): Range[][] {
  const pieces = runs.flatMap(({ from, to }) => cut(from, to, size))
  if (!close) return pieces.map((piece) => [piece])
  const chunks: Range[][] = []
  let room = 0
  for (const piece of pieces) {
    const rows = piece.to - piece.from
    if (rows > room || chunks.length === 0) {
      chunks.push([])
      room = size
    }
    chunks.at(-1)?.push(piece)
    room -= rows
  }
  return chunks
}
