import type { Share } from '../../model/reports/report.ts'
import { shareTitle } from '../share-title.ts'
import { spellCount, spellMean, spellRows } from '../spell-number.ts'
import { type Html, html } from './html.ts'

/** Histograms that stand open; more can be unfolded. */
const SHOWN = 24

const WIDTH = 264
const HEIGHT = 96
const TOP = 16
const FLOOR = 78

/** How rows are shared out among their parents: a histogram for each table, and in a line those that go one by one. Null without. */
export function sharesSection(shares: readonly Share[]): Html | null {
  if (shares.length === 0) return null
  const spread = shares.filter(({ min, max }) => min !== max)
  const even = shares.filter(({ min, max }) => min === max)
  const rest = spread.slice(SHOWN)
  return html`<section id="shares" aria-labelledby="shares-title">
<h2 id="shares-title">How rows are shared out</h2>
${
  spread.length === 0
    ? null
    : html`<p class="lead">Each bar counts parents by the number of rows they have.</p>
<div class="figures">${spread.slice(0, SHOWN).map(figure)}</div>`
}
${rest.length === 0 ? null : html`<details><summary>${rest.length} more</summary><div class="figures">${rest.map(figure)}</div></details>`}
${even.length === 0 ? null : html`<p class="even">The same for all: ${even.map((share, at) => html`${at === 0 ? '' : ', '}<code>${shareTitle(share)}</code> ${spellCount(share.min)}`)}.</p>`}
</section>`
}

function figure(share: Share): Html {
  const { rows, parents, min, max, mean } = share
  return html`<figure>
<figcaption><strong>${shareTitle(share)}</strong><span>${spellRows(rows)}, ${spellCount(parents)} ${parents === 1 ? 'parent' : 'parents'}</span></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${inWords(share)}">${bars(share)}</svg>
<dl><div><dt>least</dt><dd>${spellCount(min)}</dd></div><div><dt>mean</dt><dd>${spellMean(mean)}</dd></div><div><dt>most</dt><dd>${spellCount(max)}</dd></div></dl>
</figure>`
}

const inWords = ({ histogram }: Share): string =>
  histogram
    .map(({ from, to, parents }) => `${spellCount(parents)} with ${from === to ? from : `${from} to ${to}`}`)
    .join(', ')

/** Bars of single numbers are labelled in the middle, those of ranges at their lower ends. */
function bars({ histogram }: Share): Html {
  const most = Math.max(1, ...histogram.map(({ parents }) => parents))
  const step = Math.min(44, WIDTH / histogram.length)
  const ranges = histogram.some(({ from, to }) => from !== to)
  const gap = ranges ? 1 : Math.min(6, step / 4)
  const longest = String(histogram.at(-1)?.to ?? 0).length
  const every = Math.ceil((longest * 6.5 + 6) / step)
  const marks = histogram.map(({ from, parents }, at) => {
    const height = parents === 0 ? 0 : Math.max(1.5, Math.round((parents / most) * (FLOOR - TOP) * 10) / 10)
    const x = round(at * step + gap / 2)
    const middle = round(at * step + step / 2)
    return html`<rect x="${x}" y="${round(FLOOR - height)}" width="${round(step - gap)}" height="${height}" rx="1.5"/>${
      parents === 0
        ? null
        : html`<text class="value" x="${middle}" y="${round(FLOOR - height - 4)}">${compact(parents)}</text>`
    }${at % every === 0 ? html`<text x="${ranges ? Math.max(4, round(at * step)) : middle}" y="${FLOOR + 13}">${from}</text>` : null}`
  })
  return html`${marks}<path class="floor" d="M0 ${FLOOR}H${round(step * histogram.length)}"/>`
}

const round = (number: number): number => Math.round(number * 10) / 10

/** `950`, `12k`, `3M` */
const compact = (count: number): string =>
  count < 10_000
    ? String(count)
    : count < 1_000_000
      ? `${Math.round(count / 1000)}k`
      : `${Math.round(count / 1_000_000)}M`
