import type pg from 'pg'

/** What `pg` has and its types leave out. */
type Connection = pg.Connection & { sendCopyFail(message: string): void }

/**
 * Streams `COPY … FROM STDIN`. A chunk is asked for while the one before it is on its way, and goes out only when the socket has
 * taken that: so the source works while the server does, and two chunks are held at most. When the source fails the server is told
 * (CopyFail), its answer awaited, and the error of the source thrown.
 */
export async function copyIn(
  client: pg.ClientBase,
  sql: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<number> {
  const command = client.query(new CopyCommand(sql))
  const connection = await command.started
  if (!connection) return command.finish()
  try {
    for await (const chunk of chunks) {
      if (connection.stream.writableNeedDrain) await drained(connection, command)
      if (command.settled) break
      command.send(connection, chunk)
    }
  } catch (error) {
    if (!command.settled) connection.sendCopyFail('the source of the rows failed')
    await command.finish().catch(() => undefined)
    throw error
  }
  if (!command.settled) connection.stream.write(DONE)
  return command.finish()
}

/** Waits until the socket wants more, or there is no use in sending it. */
function drained({ stream }: Connection, command: CopyCommand): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go)
      resolve()
    }
    stream.once('drain', go)
    command.whenSettled(go)
  })
}

const DONE = Uint8Array.of(0x63, 0, 0, 0, 4)

/**
 * The COPY as `pg` runs its commands (it calls these methods). Not the stream of `pg-copy-streams`: that goes on writing to a
 * connection it has let go of when the server refuses a row while chunks are waiting.
 */
class CopyCommand implements pg.Submittable {
  readonly #sql: string
  #start: (connection: Connection | null) => void = () => undefined
  #listener: () => void = () => undefined
  #rows = 0
  #error: Error | undefined
  settled = false
  /** The connection once the server waits for data; null when it refused the command or took it for something else. */
  readonly started = new Promise<Connection | null>((resolve) => {
    this.#start = resolve
  })

  constructor(sql: string) {
    this.#sql = sql
  }

  /** One CopyData message, in one write to the network. */
  send({ stream }: Connection, chunk: Uint8Array): void {
    const head = new Uint8Array(5)
    const view = new DataView(head.buffer)
    view.setUint8(0, 0x64)
    view.setUint32(1, chunk.byteLength + 4)
    stream.cork()
    stream.write(head)
    stream.write(chunk)
    stream.uncork()
  }

  whenSettled(listener: () => void): void {
    this.#listener = listener
    if (this.settled) listener()
  }

  /** The number of rows of the command tag, when the server has finished. */
  async finish(): Promise<number> {
    await new Promise<void>((resolve) => this.whenSettled(resolve))
    if (this.#error) throw this.#error
    return this.#rows
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#sql)
  }

  handleCopyInResponse(connection: Connection): void {
    this.#start(connection)
  }

  handleCommandComplete(message: { text?: string }): void {
    this.#rows = Number(/^COPY (\d+)/.exec(message.text ?? '')?.[1] ?? 0)
  }

  handleError(error: Error): void {
    this.#error = error
    this.#settle()
  }

  handleReadyForQuery(): void {
    this.#settle()
  }

  #settle(): void {
    this.settled = true
    this.#start(null)
    this.#listener()
  }
}
