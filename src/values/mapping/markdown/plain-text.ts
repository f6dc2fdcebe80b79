import { type Block, blocksOf } from './blocks-of.ts'
import { inlineText } from './inline-text.ts'

/** Markdown as a reader sees it: a line for each item of a list and row of a table, an empty line between blocks. */
export function plainText(markdown: string): string {
  return blocksOf(markdown)
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n\n')
}

/** Its running text alone: no headings, lists, tables, quotes or code, unless there is nothing else. */
export function proseText(markdown: string): string {
  const blocks = blocksOf(markdown)
  const prose = blocks.filter(({ kind }) => kind === 'paragraph')
  return (prose.length > 0 ? prose : blocks)
    .map(textOf)
    .filter((text) => text !== '')
    .join(' ')
}

function textOf({ kind, text }: Block): string {
  if (kind === 'code') return text
  if (kind === 'list' || kind === 'table') return text.split('\n').map(inlineText).join('\n')
  return inlineText(text)
}
