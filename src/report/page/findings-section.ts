import type { Finding } from '../../model/finding.ts'
import { type Html, html } from './html.ts'

/** Findings of one code that stand open; more can be unfolded. */
const SHOWN = 4

const NAMES = { error: 'Error', danger: 'Danger', warning: 'Warning', info: 'Note' } as const

/** Findings by kind, each with where it is, what was expected and found, and what to do. Null without. */
export function findingsSection(id: string, title: string, findings: readonly Finding[]): Html | null {
  if (findings.length === 0) return null
  const codes = [...new Set(findings.map(({ code }) => code))]
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${codes.map((code) => group(findings.filter((one) => one.code === code)))}
</section>`
}

function group(findings: readonly Finding[]): Html {
  const rest = findings.slice(SHOWN)
  return html`<ul class="findings">${findings.slice(0, SHOWN).map(item)}</ul>${
    rest.length === 0
      ? null
      : html`<details><summary>${rest.length} more of this kind</summary><ul class="findings">${rest.map(item)}</ul></details>`
  }`
}

function item({ level, code, message, place, expected, found, next }: Finding): Html {
  const where = [place.table, place.column, place.constraint, place.path, place.file].filter(
    (part) => part !== undefined,
  )
  const facts = [
    where.length === 0 ? null : fact('where', html`<code>${where.join(' · ')}</code>`),
    expected === undefined ? null : fact('expected', marked(expected)),
    found === undefined ? null : fact('found', marked(found)),
    next === undefined ? null : fact('next', marked(next)),
  ].filter((one) => one !== null)
  return html`<li class="finding ${level}"><p><span class="badge">${NAMES[level]}</span> <strong>${marked(message)}</strong> <code class="code">${code}</code></p>${
    facts.length === 0 ? null : html`<dl>${facts}</dl>`
  }</li>`
}

const fact = (name: string, content: Html | readonly (Html | string)[]): Html =>
  html`<div class="${name}"><dt>${name}</dt><dd>${content}</dd></div>`

/** What stands between backticks is code. */
const marked = (text: string): readonly (Html | string)[] =>
  text.split(/`([^`]+)`/).map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))
