/** Quotes what has a meaning in a POSIX (and in a JavaScript) regular expression. */
export function quoteRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
