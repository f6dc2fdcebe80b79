import type { Column } from '../column.ts'
import { BUFFER_SIZE, type CopyBuffers } from '../text/copy-buffers.ts'
import { LineBuffer } from '../text/line-buffer.ts'
import type { Frame } from './frame.ts'

/** Rows `from` … `to - 1` as COPY lines, in buffers of about 64 KB. Without `buffers` each one belongs to the caller; else they take turns. */
export function* batches(
  frame: Frame,
  writers: readonly Column['write'][],
  { from, to }: { readonly from: number; readonly to: number },
  buffers: CopyBuffers | null = null,
): Generator<Uint8Array> {
  const lines = buffers?.lines ?? new LineBuffer(BUFFER_SIZE + BUFFER_SIZE / 4)
  for (let row = from; row < to; ) {
    row = fill(lines, frame, writers, row, to)
    yield buffers === null ? lines.take() : buffers.take()
  }
}

/** Writes rows until the buffer has its size; returns the next row. Apart from the generator, so that it is optimised as a loop. */
function fill(buffer: LineBuffer, frame: Frame, writers: readonly Column['write'][], from: number, to: number): number {
  const fields = writers.length
  let row = from
  for (; row < to && buffer.length < BUFFER_SIZE; row++) {
    frame.seek(row)
    for (let i = 0; i < fields; i++) (writers[i] as Column['write'])(frame, buffer)
    buffer.endLine(fields)
  }
  return row
}
