import type { Results } from '@electric-sql/pglite'

/**
 * `COPY … FROM STDIN` on PGlite, which reads from a blob instead of a stream: the chunks are gathered, so the whole should stay below
 * `capabilities.copyLimit`.
 */
export async function copyIn(
  sql: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  run: (sql: string, blob: Blob) => Promise<Results[]>,
): Promise<Results> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  // Copied, since a source may use its buffer again.
  for await (const chunk of chunks) parts.push(new Uint8Array(chunk))
  const results = await run(fromBlob(sql), new Blob(parts))
  return results.at(-1) ?? { rows: [], fields: [] }
}

/** Replaces `FROM STDIN`, but not inside a quoted name. */
function fromBlob(sql: string): string {
  let replaced = false
  const text = sql.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\bfrom\s+stdin\b/gi, (part) => {
    if (part.startsWith('"') || part.startsWith("'")) return part
    replaced = true
    return "FROM '/dev/blob'"
  })
  if (!replaced) throw new TypeError(`Not a COPY … FROM STDIN: ${sql}`)
  return text
}
