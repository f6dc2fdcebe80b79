import type { SignIn } from '../../model/report.ts'
import { printable } from '../printable.ts'
import { renderTable } from '../render-table.ts'
import { spellCount } from '../spell-number.ts'
import type { Page } from '../style.ts'
import { wrap } from '../width.ts'

/** Made-up users that are named. */
const NAMED = 2

/** Who can sign in with which password: those with a role line by line, of the others a few. */
export function renderPeople(signIns: readonly SignIn[], total: number, page: Page): readonly string[] {
  const known = signIns.filter(({ role }) => role !== null)
  const shown = page.verbose ? signIns : known.length > 0 ? known : signIns.slice(0, NAMED)
  const rows = shown.map(({ email, password, role }) => [printable(email), printable(password), printable(role ?? '')])
  const columns = [
    { title: 'e-mail', flexible: true },
    { title: 'password', flexible: true },
    { title: 'who it is', flexible: true },
  ]
  if (shown.length === 0) return []
  return [...renderTable(columns, rows, page, 2), ...others(signIns, shown, total, page)]
}

function others(signIns: readonly SignIn[], shown: readonly SignIn[], total: number, page: Page): readonly string[] {
  const more = total - shown.length
  if (more <= 0) return []
  const same = new Set(signIns.map(({ password }) => password)).size === 1 ? ' with the same password' : ''
  const some = signIns.filter((one) => !shown.includes(one)).slice(0, NAMED)
  const names = some.map(({ email }) => printable(email)).join(', ')
  const text = `and ${spellCount(more)} more${same}${names === '' ? '' : `: ${names}${more > some.length ? ', …' : ''}`}`
  return wrap(page.ascii ? text.replace('…', '...') : text, page.width - 2).map((line) => page.style.dim(`  ${line}`))
}
