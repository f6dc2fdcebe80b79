/** The statement without its keyword CONCURRENTLY; as it is where the scanner does not understand it. The parser must be loaded. */
export async function withoutConcurrently(statement: string): Promise<string> {
  const { scanSync } = await import('libpg-query')
  try {
    // A quoted name keeps its quotes in the text of its token.
    const word = scanSync(statement).tokens.find(({ text }) => text.toLowerCase() === 'concurrently')
    if (word === undefined) return statement
    const bytes = Buffer.from(statement)
    return `${bytes.subarray(0, word.start).toString()}${bytes.subarray(word.end).toString()}`
  } catch {
    return statement
  }
}
