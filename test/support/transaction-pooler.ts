import { createServer, connect as dial, type Server, type Socket } from 'node:net'

/** Stands before a server as Supavisor and PgBouncer do in transaction mode. */
export interface TransactionPooler {
  readonly port: number
  /** How many transactions each backend was given. */
  readonly shares: readonly number[]
  /** The first statement of each. */
  readonly opened: readonly string[]
  /** Names of prepared statements, which another backend would not know. */
  readonly named: readonly string[]
  /** Clients at the same time, at most. */
  readonly mostClients: number
  close(): Promise<void>
}

const READY = 0x5a
const PARSE = 0x50
const IDLE = 0x49
const TERMINATE = 0x58

/**
 * Gives every transaction of a client to the next of `backends` connections. Only for a server that trusts (no password): each backend is begun with what
 * the client said first.
 */
export async function transactionPooler(serverPort: number, backends = 3): Promise<TransactionPooler> {
  const shares = Array.from({ length: backends }, () => 0)
  const named: string[] = []
  const opened: string[] = []
  const sockets = new Set<Socket>()
  let clients = 0
  let mostClients = 0
  const server = createServer({ noDelay: true }, (client) => {
    sockets.add(client)
    clients += 1
    mostClients = Math.max(mostClients, clients)
    const behind = Array.from({ length: backends }, () => dial({ port: serverPort, host: '127.0.0.1', noDelay: true }))
    let begun = false
    let ready = 0
    let current = -1
    let turn = 0
    client.on('data', (bytes) => {
      if (!begun) {
        begun = true
        for (const backend of behind) backend.write(bytes)
        return
      }
      if (bytes[0] === TERMINATE) return
      named.push(...namesIn(bytes))
      if (current === -1) {
        current = turn++ % backends
        shares[current] = (shares[current] ?? 0) + 1
        opened.push(bytes.toString('utf8', bytes[0] === PARSE ? bytes.indexOf(0, 5) + 1 : 5, bytes.readInt32BE(1)))
      }
      behind[current]?.write(bytes)
    })
    for (const [index, backend] of behind.entries()) {
      let waiting = true
      eachMessage(backend, (message) => {
        // All say hello; the client hears the first, and that all is ready when the last is.
        if (waiting) {
          const isReady = message[0] === READY
          if (isReady) {
            waiting = false
            ready += 1
          }
          if (isReady ? ready === backends : index === 0) client.write(message)
          return
        }
        client.write(message)
        if (message[0] === READY && message[5] === IDLE) current = -1
      })
      backend.on('error', () => client.destroy())
    }
    client.on('error', () => undefined)
    client.on('close', () => {
      clients -= 1
      sockets.delete(client)
      for (const backend of behind) backend.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: portOf(server),
    shares,
    opened,
    named,
    get mostClients() {
      return mostClients
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** Splits what a server sends into its messages. */
function eachMessage(socket: Socket, tell: (message: Buffer) => void): void {
  let rest = Buffer.alloc(0)
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes])
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1
      tell(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
  })
}

/** Names in the Parse messages of a piece; a message begins where the one before it ends, and pieces begin with a message or with data of a COPY. */
function namesIn(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + 5 <= bytes.length; at += bytes.readInt32BE(at + 1) + 1) {
    if (bytes.readInt32BE(at + 1) < 4) break
    if (bytes[at] !== PARSE) continue
    const name = bytes.toString('utf8', at + 5, bytes.indexOf(0, at + 5))
    if (name !== '') names.push(name)
  }
  return names
}
