/** A stretch of markdown. `text`: its lines without the signs that make it one, joined by `\n`. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'code' | 'list' | 'quote' | 'table'
  readonly text: string
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HEADING = /^ {0,3}#{1,6}(?:\s+|$)/
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/
const QUOTE = /^ {0,3}>\s?/
const LIST = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/
const TABLE = /^\s*\|/
const DIVIDER = /^[\s|:-]+$/
/** `[ref]: https://…`, `[^1]: a footnote` */
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:\s/

/** Cuts markdown into what a reader sees as one thing each. Every line is looked at once. */
export function blocksOf(markdown: string): readonly Block[] {
  const reader = new BlockReader()
  for (const line of withoutComments(markdown).split('\n')) reader.line(line)
  return reader.end()
}

class BlockReader {
  readonly #blocks: Block[] = []
  #kind: Block['kind'] | null = null
  #lines: string[] = []
  /** The sign that ends the code. */
  #fence: string | null = null

  line(line: string): void {
    const mark = FENCE.exec(line)?.[1]
    if (this.#fence !== null) {
      if (mark?.startsWith(this.#fence)) this.#close()
      else this.#lines.push(line)
    } else if (mark !== undefined) {
      this.#close()
      this.#kind = 'code'
      this.#fence = mark
    } else this.#outside(line, kindOf(line, this.#kind))
  }

  end(): readonly Block[] {
    this.#close()
    return this.#blocks
  }

  #outside(line: string, kind: LineKind): void {
    if (kind === 'skip') return
    if (kind === 'underline') this.#kind = 'heading'
    if (kind === 'end' || kind === 'underline') this.#close()
    else {
      if (kind !== this.#kind || kind === 'heading') this.#close()
      this.#kind = kind
      this.#lines.push(bare(line, kind))
    }
  }

  #close(): void {
    if (this.#kind !== null && this.#lines.length > 0)
      this.#blocks.push({ kind: this.#kind, text: this.#lines.join('\n') })
    this.#kind = null
    this.#lines = []
    this.#fence = null
  }
}

type LineKind = Block['kind'] | 'underline' | 'end' | 'skip'

function kindOf(line: string, open: Block['kind'] | null): LineKind {
  if (line.trim() === '' || DEFINITION.test(line)) return 'end'
  if (open === 'paragraph' && UNDERLINE.test(line)) return 'underline'
  if (RULE.test(line)) return 'end'
  if (HEADING.test(line)) return 'heading'
  if (QUOTE.test(line)) return 'quote'
  if (LIST.test(line)) return 'list'
  if (TABLE.test(line)) return DIVIDER.test(line) ? 'skip' : 'table'
  // A line that goes on with the item or the quote above it.
  return open === 'list' || open === 'quote' ? open : 'paragraph'
}

function bare(line: string, kind: Block['kind']): string {
  switch (kind) {
    case 'heading':
      return line.replace(HEADING, '').replace(/\s+#+\s*$/, '')
    case 'quote':
      return line.replace(QUOTE, '')
    case 'list':
      return line.replace(LIST, '').trim()
    case 'table':
      return line
        .split('|')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(', ')
    default:
      return line.trim()
  }
}

/** Without what stands between `<!--` and `-->`. */
function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text
  const parts = text.split('<!--')
  return parts
    .map((part, i) => {
      if (i === 0) return part
      const end = part.indexOf('-->')
      return end === -1 ? '' : part.slice(end + 3)
    })
    .join('')
}
