import { escapeHtml } from '../../model/escape-html.ts'
import { printable } from '../printable.ts'

/** Markup that is safe to put into a page: only `html` makes it. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = string | number | null | Html | readonly Part[]

/**
 * A template of markup. What is put in is data: texts are escaped, for elements and for attributes in double quotes alike, and characters
 * that hide text or turn it around are spelled out; null and empty lists leave nothing.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(template.reduce((text, piece, at) => `${text}${spell(parts[at - 1] ?? null)}${piece}`))
}

function spell(part: Part): string {
  if (part === null) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'number') return String(part)
  return typeof part === 'string' ? escapeText(part) : part.map(spell).join('')
}

const escapeText = (text: string): string => escapeHtml(printable(text))
