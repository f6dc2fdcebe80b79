import type { Report } from '../../model/reports/report.ts'
import { spellDuration } from '../spell-number.ts'
import { type Html, html } from './html.ts'
import { meter } from './meter.ts'

/** Tables of a phase that are named. */
const NAMED = 12

/** The phases, and where the time went. */
export function runSection({ phases, timings }: Report): Html | null {
  const steps = Object.entries(timings).filter(([, time]) => time > 0)
  if (phases.list.length === 0 && steps.length === 0) return null
  return html`<section id="run" aria-labelledby="run-title">
<h2 id="run-title">Phases and time</h2>
<div class="pair">
${phases.list.length === 0 ? null : html`<ol class="phases">${phases.list.map(phase)}</ol>`}
${steps.length === 0 ? null : times(steps)}
</div>
</section>`
}

const phase = ({ name, tables, completed }: Report['phases']['list'][number]): Html =>
  html`<li class="${completed ? 'done' : 'open'}"><strong>${name}</strong> <span class="state">${completed ? 'done' : 'not finished'}</span>${
    tables.length === 0 ? null : html`<small>${names(tables)}</small>`
  }</li>`

const names = (tables: readonly string[]): string =>
  tables.length <= NAMED + 1
    ? tables.join(', ')
    : `${tables.slice(0, NAMED).join(', ')} and ${tables.length - NAMED} more`

function times(steps: readonly (readonly [string, number])[]): Html {
  const longest = Math.max(...steps.map(([, time]) => time))
  const total = steps.reduce((sum, [, time]) => sum + time, 0)
  return html`<table class="times">
<caption>Where the time went</caption>
<thead class="unseen"><tr><th scope="col">Step</th><th scope="col">Bar</th><th scope="col">Time</th></tr></thead>
<tbody>${steps.map(
    ([step, time]) =>
      html`<tr><th scope="row">${step}</th><td class="figure">${meter(time / longest)}</td><td class="number">${spellDuration(time)}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">together</th><td></td><td class="number">${spellDuration(total)}</td></tr></tfoot>
</table>`
}
