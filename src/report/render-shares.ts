import type { Share } from '../model/reports/report.ts'
import { bar, columns } from './bars.ts'
import { printable } from './printable.ts'
import { shareTitle } from './share-title.ts'
import { spellCount, spellMean } from './spell-number.ts'
import { cutMark, type Page } from './style.ts'
import { clip, displayWidth, pad } from './width.ts'

/** Lines shown unless everything is asked for. */
const SHOWN = 12
/** Columns for the names at most. */
const NAMES = 36
/** A labelled bar takes so many columns at most, and at least … to be worth it. */
const LONGEST = 8
const SHORTEST = 3
const GAP = 3

/**
 * How rows are shared out, one line for each table: for a few different numbers a bar each (`1 ███▌ 4   2 █████ 6`: four parents have one row, six
 * have two), else a small histogram between the least and the most. No lines without shares.
 */
export function renderShares(shares: readonly Share[], page: Page): readonly string[] {
  if (shares.length === 0) return []
  const shown = page.verbose ? shares : shares.slice(0, SHOWN)
  const names = shown.map((share) => printable(shareTitle(share)))
  const width = Math.min(NAMES, Math.floor(page.width / 2), Math.max(...names.map(displayWidth)))
  const lines = shown.map((share, at) => {
    const name = pad(clip(names[at] ?? '', width, cutMark(page)), width)
    return `  ${name}  ${renderShare(share, page.width - width - 4, page)}`
  })
  const more = shares.length - shown.length
  return more === 0 ? lines : [...lines, page.style.dim(`  and ${more} more; --verbose shows all`)]
}

/** The numbers of one share in a line. */
export function renderShare(
  share: Omit<Share, 'table' | 'parent' | 'columns' | 'rows'>,
  room: number,
  page: Page,
): string {
  const { min, max, mean, parents } = share
  if (min === max) return `${spellCount(min)} each${page.style.dim(`, ${spellCount(parents)} in all`)}`
  return renderBars(share, room, page) ?? renderColumns(share, room, page, mean)
}

/** A labelled bar for each number of rows; null where there is no room for that. */
function renderBars({ histogram }: Pick<Share, 'histogram'>, room: number, page: Page): string | null {
  const cells = histogram.map(({ from, to, parents }) => ({
    label: from === to ? spellCount(from) : `${spellCount(from)}-${spellCount(to)}`,
    count: spellCount(parents),
    parents,
  }))
  const taken = cells.reduce((sum, { label, count }) => sum + label.length + count.length + 2, GAP * (cells.length - 1))
  const longest = Math.min(LONGEST, Math.floor((room - taken) / cells.length))
  if (longest < SHORTEST) return null
  const most = Math.max(...cells.map(({ parents }) => parents))
  return cells
    .map(({ label, count, parents }) =>
      [page.style.dim(label), page.style.cyan(bar(parents / most, longest, page)), count]
        .filter((part) => part !== '')
        .join(' '),
    )
    .join(' '.repeat(GAP))
}

/** `0 ▂▅█▃▁ 24   mean 3.3` */
function renderColumns(
  { histogram, min, max }: Pick<Share, 'histogram' | 'min' | 'max'>,
  room: number,
  page: Page,
  mean: number,
): string {
  const figure = columns(
    histogram.map(({ parents }) => parents),
    page,
  )
  const ends = [spellCount(min), spellCount(max)] as const
  const note = `mean ${spellMean(mean)}`
  const used = ends[0].length + ends[1].length + 2 + figure.length
  const { dim, cyan } = page.style
  if (used > room) return cyan(figure)
  const line = `${dim(ends[0])} ${cyan(figure)} ${dim(ends[1])}`
  return used + GAP + note.length <= room ? `${line}${' '.repeat(GAP)}${dim(note)}` : line
}
