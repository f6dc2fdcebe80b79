/** Thrown inside the parser where a pattern holds what it does not know; `parsePattern` turns it into null. */
export class Unsupported extends Error {}

/** Reads a pattern symbol by symbol (code points). */
export class Reader {
  readonly symbols: readonly string[]
  at = 0

  constructor(source: string) {
    this.symbols = [...source]
  }

  get done(): boolean {
    return this.at >= this.symbols.length
  }

  /** The symbol at hand, or '' at the end. */
  peek(ahead = 0): string {
    return this.symbols[this.at + ahead] ?? ''
  }

  /** Takes one symbol. */
  next(): string {
    if (this.done) throw new Unsupported('the pattern ends too early')
    return this.symbols[this.at++] as string
  }

  /** Takes these symbols if they are next. */
  take(text: string): boolean {
    if (!this.starts(text)) return false
    this.at += text.length
    return true
  }

  starts(text: string): boolean {
    for (let ahead = 0; ahead < text.length; ahead++) if (this.peek(ahead) !== text.charAt(ahead)) return false
    return true
  }

  /** Takes what `test` accepts, at most `most` symbols. */
  while(test: RegExp, most = Number.POSITIVE_INFINITY): string {
    let text = ''
    while (text.length < most && test.test(this.peek())) text += this.next()
    return text
  }
}
