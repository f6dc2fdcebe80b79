import type { Column } from './column.ts'
import type { Frame } from './frame.ts'
import { LineBuffer } from './line-buffer.ts'

/** Bytes of a buffer, at least (the last one excepted) and not much more. */
const SIZE = 65536

/** Rows `from` … `to - 1` as COPY lines, in buffers of about 64 KB. Each buffer belongs to the caller. */
export function* batches(
  frame: Frame,
  writers: readonly Column['write'][],
  from: number,
  to: number,
): Generator<Uint8Array> {
  const buffer = new LineBuffer(SIZE + SIZE / 4)
  for (let row = from; row < to; ) {
    row = fill(buffer, frame, writers, row, to)
    yield buffer.take()
  }
}

/** Writes rows until the buffer has its size; returns the next row. Apart from the generator, so that it is optimised as a loop. */
function fill(buffer: LineBuffer, frame: Frame, writers: readonly Column['write'][], from: number, to: number): number {
  const fields = writers.length
  let row = from
  for (; row < to && buffer.length < SIZE; row++) {
    frame.seek(row)
    for (let i = 0; i < fields; i++) (writers[i] as Column['write'])(frame, buffer)
    buffer.endLine(fields)
  }
  return row
}
