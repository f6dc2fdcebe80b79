import { spellCount } from '../spell-number.ts'
import { depthsOf } from './graph/layers.ts'
import { directed } from './graph/links.ts'
import { type Html, html } from './html.ts'
import type { MapTable, TableMap } from './map-tables.ts'

/** The tables as lists, one for each depth: for many tables, and for narrow screens. */
export function listMap({ tables, references }: TableMap, anchorOf: (table: string) => string): Html {
  const depths = depthsOf(tables.length, directed(tables.length, references))
  const entry = ({ table, rows, origin, parents }: MapTable): Html =>
    html`<li class="${origin}"><a href="#${anchorOf(table)}">${table}</a> <span class="count">${spellCount(rows)}</span>${
      parents.length === 0
        ? null
        : html`<small>refers to ${parents.map((at) => tables[at]?.table ?? '').join(', ')}</small>`
    }</li>`
  const level = (_: unknown, depth: number): Html =>
    html`<li><h3>${depth === 0 ? 'Without parents' : `Level ${depth + 1}`}</h3><ul>${tables
      .filter((_table, at) => depths[at] === depth)
      .map(entry)}</ul></li>`
  return html`<ol>${Array.from({ length: Math.max(...depths) + 1 }, level)}</ol>`
}
