import type { Chunk, LoadContext } from './chunk.ts'
import { runChunk } from './run-chunk.ts'

/**
 * Runs chunks over up to `jobs` connections; whoever is free takes the next one. When one fails, those that are on their way are finished, no
 * further one is begun, and the first error is thrown.
 */
export async function runChunks(context: LoadContext, chunks: Iterable<Chunk>, jobs: number): Promise<void> {
  const waiting = chunks[Symbol.iterator]()
  const failures: unknown[] = []
  const work = async () => {
    while (failures.length === 0) {
      const next = waiting.next()
      if (next.done) return
      if (context.done.has(next.value.id)) continue
      try {
        await runChunk(context, next.value)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  if (failures.length > 0) throw failures[0]
}
