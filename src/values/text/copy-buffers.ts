import { LineBuffer } from './line-buffer.ts'

/** Bytes of a buffer, at least (the last one excepted) and not much more. */
export const BUFFER_SIZE = 65536

/** Buffers that take turns: a caller that streams holds one at the socket and one ahead. */
const SLOTS = 4

/**
 * What `copyLines` writes into when the caller keeps nothing: the same few buffers again and again, so that memory does not grow with the number of rows. They may
 * serve the next call only when everything of the one before has left.
 */
export class CopyBuffers {
  readonly lines = new LineBuffer(BUFFER_SIZE + BUFFER_SIZE / 4)
  readonly #slots: Uint8Array[] = []
  #turn = 0

  /** The lines so far, in the slot whose turn it is. */
  take(): Uint8Array {
    this.#turn = (this.#turn + 1) % SLOTS
    return this.lines.takeInto(this.#slots, this.#turn)
  }
}
