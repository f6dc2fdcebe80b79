import type { Report } from '../../model/reports/report.ts'
import { spellCount } from '../spell-number.ts'
import { type Html, html } from './html.ts'
import { drawMap } from './map-drawing.ts'
import { listMap } from './map-levels.ts'
import { describeOrigin, mapOf, type Origin, type TableMap } from './map-tables.ts'

/** Tables that a drawing shows at most; more are listed. */
const DRAWN = 60

/**
 * The tables and their foreign keys: a drawing whose tables lead to their sample rows, and lists where that would be too large or too wide. With the
 * style that belongs to it. Null without tables.
 */
export function mapSection(
  report: Report,
  anchors: ReadonlyMap<string, string>,
): { readonly content: Html; readonly style: string } | null {
  const map = mapOf(report)
  if (map.tables.length === 0) return null
  const anchorOf = (table: string): string => anchors.get(table) ?? 'rows'
  const drawing = map.tables.length <= DRAWN ? drawMap(map, anchorOf) : null
  const content = html`<section id="map" aria-labelledby="map-title">
<h2 id="map-title">Tables and what they refer to</h2>
<p class="lead">${lead(map)}${
    drawing === null || map.references.length === 0
      ? null
      : html`<span class="wide-only on-screen"> Lines lead from a table to those that refer to it. Point at a table, or step through them with Tab, to see its neighbours.</span>`
  }</p>
${drawing?.content ?? null}
<div class="levels${drawing === null ? '' : ' small-only'}">${listMap(map, anchorOf)}</div>
${legend(map)}
</section>`
  return { content, style: drawing?.style ?? '' }
}

const lead = ({ tables, references }: TableMap): string =>
  `${spellCount(tables.length)} ${tables.length === 1 ? 'table' : 'tables'}, ${spellCount(references.length)} foreign ${references.length === 1 ? 'key' : 'keys'}.`

const legend = ({ tables }: TableMap): Html =>
  html`<ul class="legend">${(Object.keys(describeOrigin) as Origin[])
    .filter((origin) => tables.some((table) => table.origin === origin))
    .map((origin) => html`<li><span class="swatch ${origin}"></span>${describeOrigin[origin]}</li>`)}</ul>`
