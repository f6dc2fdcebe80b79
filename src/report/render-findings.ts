import type { Finding, Level, Place } from '../model/finding.ts'
import { printable } from './printable.ts'
import { cutMark, type Page } from './style.ts'
import { clip, wrap } from './width.ts'

const ORDER: readonly Level[] = ['danger', 'error', 'warning', 'info']

/** Findings of one code that are shown before the rest is only counted. */
const SHOWN = 3

/** Findings by weight; many of one kind are shortened, dangers never. No lines without findings. */
export function renderFindings(findings: readonly Finding[], page: Page): readonly string[] {
  return ORDER.flatMap((level) => {
    const ofLevel = findings.filter((one) => one.level === level)
    const codes = new Set(ofLevel.map(({ code }) => code))
    return [...codes].flatMap((code) =>
      renderGroup(
        ofLevel.filter((one) => one.code === code),
        page,
      ),
    )
  })
}

function renderGroup(group: readonly Finding[], page: Page): readonly string[] {
  const [first] = group
  const all = page.verbose || first?.level === 'danger' || group.length <= SHOWN + 1
  const shown = all ? group : group.slice(0, SHOWN)
  const lines = shown.flatMap((one) => renderFinding(one, page))
  if (all) return lines
  const mark = cutMark(page)
  const more = `  ${mark} and ${group.length - SHOWN} more of the kind ${first?.code}; --verbose shows them all`
  return [...lines, page.style.dim(clip(more, page.width, mark))]
}

function renderFinding(finding: Finding, page: Page): readonly string[] {
  const { level, message, place, expected, found, next, id } = finding
  const [head = '', ...rest] = wrap(printable(`${spellPlace(place, message)}${message}`), page.width - 10)
  const details = [
    expected === undefined ? null : `expected ${expected}`,
    found === undefined ? null : `found ${found}`,
    level === 'danger' ? `allow it with --allow ${quoteForShell(id)}` : null,
  ].filter((part) => part !== null)
  const more = [...(details.length > 0 ? [details.join('; ')] : []), ...(next === undefined ? [] : [next])]
  const body = [...rest, ...more.flatMap((text) => wrap(printable(text), page.width - 10))]
  return [
    `${label(level, page)} ${head}`,
    ...body.map((line, at) => `         ${at < rest.length ? line : page.style.dim(line)}`),
  ]
}

function label(level: Level, { style }: Page): string {
  const word = level.padEnd(8)
  switch (level) {
    case 'danger':
      return style.bold(style.red(word))
    case 'error':
      return style.red(word)
    case 'warning':
      return style.yellow(word)
    case 'info':
      return style.cyan('note    ')
  }
}

/** `posts.title: `, unless the message names the place. */
export function spellPlace(place: Place, message = ''): string {
  const names = [place.table, place.column].filter((part) => part !== undefined)
  const where = [names.join('.'), place.constraint, place.path, place.file].filter(
    (part) => part !== undefined && part !== '',
  )
  const said = [...names, place.constraint, place.path, place.file]
    .filter((part) => part !== undefined)
    .every((part) => message.includes(part))
  return where.length === 0 || said ? '' : `${where.join(', ')}: `
}

/** As it can be pasted into a POSIX shell. */
export const quoteForShell = (text: string): string =>
  /^[\w.:,=/@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
