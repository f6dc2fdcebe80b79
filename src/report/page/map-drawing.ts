import { spellRows } from '../spell-number.ts'
import { clip, displayWidth } from '../width.ts'
import { type Box, type Line, layoutGraph, type Point } from './graph/layout-graph.ts'
import { type Html, html } from './html.ts'
import { describeOrigin, type MapTable, type TableMap } from './map-tables.ts'

/** Pixels of a character of a name (12.5 px, fixed width) and around it. */
const CHARACTER = 7.55
const PADDING = 26
const NARROWEST = 96
const WIDEST = 208
/** Around the drawing, where strokes and loops reach out. */
const SIDE = 1
const ABOVE = 10

/** A drawing is made smaller down to this share before it is scrolled. */
const SMALLEST = 0.8

/** The tables in layers, and the style that belongs to the drawing. */
export interface MapDrawing {
  readonly content: Html
  readonly style: string
}

/** Draws the tables with their foreign keys; every table leads to its anchor. */
export function drawMap(map: TableMap, anchorOf: (table: string) => string): MapDrawing {
  const layout = layoutGraph(map.tables.map(widthOf), map.references)
  const width = Math.ceil(layout.width + 2 * SIDE)
  const height = Math.ceil(layout.height + 2 * ABOVE)
  const content = html`<div class="map scroll wide-only" role="region" aria-label="Drawing of the tables" tabindex="0">
<svg width="${width}" height="${height}" viewBox="${-SIDE} ${-ABOVE} ${width} ${height}" role="group" aria-label="Tables and foreign keys">
<g class="edges" aria-hidden="true">${layout.lines.map(edge)}</g>
${map.tables.map((table, at) => node(table, at, layout.boxes[at] as Box, map, anchorOf))}
</svg></div>`
  return { content, style: `.map svg{min-width:${Math.round(width * SMALLEST)}px}\n${neighbourRules(map)}` }
}

const widthOf = ({ table, rows }: MapTable): number => {
  const content = Math.max(displayWidth(table) * CHARACTER, spellRows(rows).length * 6.6)
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, content + PADDING)))
}

const edge = (line: Line): Html =>
  html`<path class="edge e${line.left} e${line.right}${line.reversed ? ' back' : ''}" d="${pathOf(line)}"/>`

/** Curves between the bends, and a crow's foot where many rows refer to one. */
function pathOf({ points, reversed }: Line): string {
  const [first, ...rest] = points as readonly [Point, ...Point[]]
  let path = `M${first.x} ${first.y}`
  let from = first
  for (const [at, to] of rest.entries()) {
    // Every other piece lies within a layer and is straight.
    const middle = Math.round((from.x + to.x) / 2)
    path += at % 2 === 1 ? `H${to.x}` : `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
    from = to
  }
  return path + (reversed ? foot(first, 1) : foot(from, -1))
}

const foot = ({ x, y }: Point, side: number): string =>
  `M${x + 9 * side} ${y}L${x} ${y - 5}M${x + 9 * side} ${y}L${x} ${y + 5}`

function node(table: MapTable, at: number, box: Box, map: TableMap, anchorOf: (table: string) => string): Html {
  const room = Math.floor((box.width - PADDING + 6) / CHARACTER)
  return html`<a class="node ${table.origin}" id="n${at}" href="#${anchorOf(table.table)}" aria-label="${describe(table, map)}"><title>${describe(table, map)}</title>
<rect x="${box.x}" y="${box.y}" width="${box.width}" height="46" rx="7"/><rect class="stripe" x="${box.x}" y="${box.y + 9}" width="3" height="28" rx="1.5"/>
<text class="name" x="${box.x + 14}" y="${box.y + 20}">${clip(table.table, room)}</text><text class="count" x="${box.x + 14}" y="${box.y + 36}">${spellRows(table.rows)}</text>${table.itself ? html`<path class="loop" d="M${box.x + box.width - 26} ${box.y}c-3 -11 17 -11 14 0"/>` : null}</a>`
}

function describe(table: MapTable, { tables }: TableMap): string {
  const names = (numbers: readonly number[]): string => numbers.map((at) => tables[at]?.table ?? '').join(', ')
  return [
    `${table.table}: ${spellRows(table.rows)}, ${describeOrigin[table.origin]}`,
    table.parents.length === 0 ? null : `refers to ${names(table.parents)}`,
    table.itself ? 'refers to itself' : null,
    table.children.length === 0 ? null : `referred to by ${names(table.children)}`,
  ]
    .filter((part) => part !== null)
    .join('; ')
}

/** Rules that fade everything but a table and its neighbours while somebody points at it: no script is needed. */
const neighbourRules = ({ tables }: TableMap): string =>
  tables
    .map(({ parents, children }, at) => {
      const pointed = `.map:has(#n${at}:is(:hover,:focus-visible))`
      const lit = [at, ...parents, ...children].map((one) => `#n${one}`).join(',')
      return `${pointed} :is(${lit},.e${at}){opacity:1}${pointed} .e${at}{stroke:var(--accent)}`
    })
    .join('\n')
