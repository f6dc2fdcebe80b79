import type { Report } from '../../model/reports/report.ts'
import { spellCount } from '../spell-number.ts'
import { type Html, html } from './html.ts'

/** Who can sign in, with which password. Null where nobody can. */
export function peopleSection({ signIns, users }: Report): Html | null {
  if (signIns.length === 0) return null
  const more = users.total - signIns.length
  const roles = signIns.some(({ role }) => role !== null)
  const secrets = signIns.some(({ totp }) => totp !== undefined)
  return html`<section id="people" aria-labelledby="people-title">
<h2 id="people-title">Users who can sign in</h2>
<p class="lead">For this machine only: these passwords protect nothing.</p>
<div class="scroll" role="region" aria-label="Users who can sign in" tabindex="0"><table class="people">
<caption class="unseen">Users who can sign in</caption>
<thead><tr><th scope="col">E-mail</th><th scope="col">Password</th>${secrets ? html`<th scope="col">Second factor</th>` : null}${roles ? html`<th scope="col">Role</th>` : null}</tr></thead>
<tbody>${signIns.map(
    ({ email, phone, password, role, totp }) =>
      html`<tr><th scope="row">${phone ?? email}</th><td><code>${password}</code></td>${secrets ? html`<td>${totp === undefined ? null : html`<code>${totp}</code>`}</td>` : null}${roles ? html`<td>${role ?? ''}</td>` : null}</tr>`,
  )}</tbody>
</table></div>
${more > 0 ? html`<p class="more">and ${spellCount(more)} more</p>` : null}
</section>`
}
