import type { SignIn } from '../model/reports/report.ts'
import { printable } from './printable.ts'
import { renderTable } from './render-table.ts'
import { spellCount } from './spell-number.ts'
import { cutMark, type Page } from './style.ts'
import { clip } from './width.ts'

/** Users that are shown where none has a role. */
const SHOWN = 5

/** Who can sign in with which password: those with a role line by line, of the others a few. */
export function renderPeople(signIns: readonly SignIn[], total: number, page: Page): readonly string[] {
  const known = signIns.filter(({ role, totp }) => role !== null || totp !== undefined)
  const shown = page.verbose ? signIns : known.length > 0 ? known : signIns.slice(0, SHOWN)
  const rows = shown.map(({ email, phone, password, role }) => [
    printable(phone ?? email),
    printable(password),
    printable(role ?? ''),
  ])
  const columns = [
    { title: 'e-mail', flexible: true },
    { title: 'password', flexible: true },
    { title: 'who it is', flexible: true },
  ]
  if (shown.length === 0) return []
  return [...renderTable(columns, rows, page, 2), ...others(signIns, shown, total, page), ...secretsOf(shown, page)]
}

/** Lines of their own: half a secret is of no use, and a column for it would leave no room for names. */
const secretsOf = (shown: readonly SignIn[], page: Page): readonly string[] =>
  shown.flatMap(({ email, phone, totp }) =>
    totp === undefined
      ? []
      : [
          clip(`  second factor (TOTP) of ${printable(phone ?? email)}:`, page.width, cutMark(page)),
          `    ${printable(totp)}`,
        ],
  )

function others(signIns: readonly SignIn[], shown: readonly SignIn[], total: number, page: Page): readonly string[] {
  const more = total - shown.length
  if (more <= 0) return []
  const same = new Set(signIns.map(({ password }) => password)).size === 1 ? ' with the same password' : ''
  const some = signIns.find((one) => !shown.includes(one))
  const example = some === undefined ? '' : `, for example ${printable(some.phone ?? some.email)}`
  return [page.style.dim(clip(`  and ${spellCount(more)} more${same}${example}`, page.width, cutMark(page)))]
}
