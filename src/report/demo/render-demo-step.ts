import type { DemoProgress, DemoStep } from '../../model/reports/demo-report.ts'
import { printable } from '../printable.ts'
import { spellCount, spellDuration, spellRows } from '../spell-number.ts'
import { cutMark, type Page } from '../style.ts'
import { clip, pad } from '../width.ts'

/** Times stand to the right, but not too far. */
const WIDEST = 80

type Done = Extract<DemoProgress, { readonly kind: 'done' }>

/** What is under way, while it is. */
export const demoStepBegun: Readonly<Record<DemoStep, string>> = {
  files: 'copying the example',
  database: 'starting an embedded database',
  migrations: 'applying migrations',
  plan: 'reading the schema, making a plan',
  load: 'writing',
  verify: 'checking',
}

const done: Readonly<Record<DemoStep, (event: Done) => string>> = {
  files: ({ count, folder }) =>
    count === 0
      ? `${named(folder)} is there, with all its files`
      : `${files(count, 'file')} copied to ${named(folder)}`,
  database: ({ folder }) => `PGlite in ${folder === '.' ? '' : `${folder}/`}.supa-seed/embedded, no server needed`,
  migrations: ({ count }) => `${files(count, 'migration')} applied: tables, triggers, policies`,
  plan: ({ count }) =>
    count === 0 ? 'schema read, nothing to write: every row is there' : `schema read, ${spellRows(count)} planned`,
  load: ({ count }) => `${spellRows(count)} written`,
  verify: ({ count }) => `${files(count, 'check')} passed`,
}

const named = (folder: string): string => (folder === '.' ? 'this folder' : folder)

const files = (count: number, name: string): string => `${spellCount(count)} ${name}${count === 1 ? '' : 's'}`

/** `✓ 16 migrations applied: tables, triggers, policies          1.2 s` */
export function renderDemoStep(event: Done, page: Page): string {
  const { style, ascii } = page
  const time = spellDuration(event.milliseconds)
  const room = Math.min(page.width, WIDEST) - time.length - 6
  const text = pad(clip(printable(done[event.step](event)), room, cutMark(page)), room)
  return `  ${style.green(ascii ? '+' : '✓')} ${text}  ${style.dim(time)}`
}
