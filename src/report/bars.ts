import type { Page } from './style.ts'

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const LEVELS = '▁▂▃▄▅▆▇█'
const ASCII_LEVELS = '.:-=+*%#'

/** A horizontal bar of up to `width` columns. `share`: 0 … 1; whatever is more than nothing can be seen. */
export function bar(share: number, width: number, { ascii }: Pick<Page, 'ascii'>): string {
  if (share <= 0) return ''
  if (ascii) return '#'.repeat(Math.max(1, Math.round(share * width)))
  const eighths = Math.max(1, Math.round(share * width * 8))
  return `${'█'.repeat(Math.floor(eighths / 8))}${EIGHTHS[eighths % 8]}`
}

/** A column for each number, as high as it is large beside the largest: `▂▅█▃▁`. Where there is nothing the place is left empty. */
export function columns(numbers: readonly number[], { ascii }: Pick<Page, 'ascii'>): string {
  const largest = Math.max(1, ...numbers)
  const levels = ascii ? ASCII_LEVELS : LEVELS
  return numbers
    .map((number) => (number === 0 ? ' ' : levels[Math.max(0, Math.ceil((number / largest) * levels.length) - 1)]))
    .join('')
}
