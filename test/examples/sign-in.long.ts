import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createJiti } from 'jiti'
import { expect, onTestFinished, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { type BrowserPage, findBrowser, startBrowser } from '../support/browser.ts'
import { freshFolder } from '../support/children.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder, seedStory } from '../support/story.ts'
import { startLite } from '../support/supabase-lite.ts'
import { EXAMPLES } from './workflows.ts'

type Body = (fixtures: { page: Page }) => Promise<void>
interface Page {
  readonly inside: BrowserPage
}

/** As much of Playwright as the example asks for, over a browser that is there. */
function playwright(origin: string) {
  const tests: [name: string, body: Body][] = []
  const pageOf = (inside: BrowserPage) => {
    const act = (what: string) => inside.evaluate(`(() => { ${what} })()`)
    return {
      inside,
      goto: (path: string) => inside.open(`${origin}${path}`),
      getByLabel: (label: string) => ({
        fill: (value: string) =>
          act(`const label = [...document.querySelectorAll('label')].find((one) => one.textContent.includes(${JSON.stringify(label)}));
            label.querySelector('input').value = ${JSON.stringify(value)}`),
      }),
      getByRole: (role: string, { name }: { name: string }) => ({
        click: () =>
          act(
            `[...document.querySelectorAll(${JSON.stringify(role)})].find((one) => one.textContent === ${JSON.stringify(name)}).click()`,
          ),
      }),
    }
  }
  const toHaveURL = async ({ inside }: Page, url: RegExp): Promise<void> => {
    for (let at = 0; at < 200; at++) {
      if (url.test(await inside.evaluate<string>('location.href').catch(() => ''))) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`The page stays at ${await inside.evaluate('location.href + " " + document.body.innerText')}`)
  }
  const module = {
    test: (name: string, body: Body) => void tests.push([name, body]),
    expect: (page: Page) => ({ toHaveURL: (url: RegExp) => toHaveURL(page, url) }),
  }
  return { tests, pageOf, module }
}

/** An application with a form to sign in, which asks Supabase Auth. */
async function application(api: string): Promise<string> {
  const form = `<form onsubmit="event.preventDefault(); signIn(this)"><label>Email <input name="email"></label>
    <label>Password <input name="password" type="password"></label><button>Sign in</button></form>
    <script>async function signIn({ email, password }) {
      const body = JSON.stringify({ email: email.value, password: password.value })
      const headers = { apikey: 'sb_publishable_for_tests', 'content-type': 'application/json' }
      const answer = await fetch('/api/auth/v1/token?grant_type=password', { method: 'POST', headers, body })
      if (answer.ok && (await answer.json()).user.email === email.value) location.href = '/home'
      else document.body.append(await answer.text())
    }</script>`
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    response.setHeader('content-type', path.startsWith('/api/') ? 'application/json' : 'text/html')
    if (!path.startsWith('/api/')) return void response.end(path === '/auth/sign-in' ? form : 'Home')
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const headers = { apikey: String(request.headers.apikey), 'content-type': 'application/json' }
    const answer = await fetch(`${api}${path.slice('/api'.length)}`, {
      method: 'POST',
      headers,
      body: Buffer.concat(parts),
    })
    response.statusCode = answer.status
    response.end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const chromium = findBrowser()

test.runIf(chromium !== null)(
  'the example for Playwright signs in as a seeded user',
  { timeout: 120_000 },
  async () => {
    const database = await freshDatabase('pg17')
    await layBase(database.db)
    const report = await seedStory(database.db, { users: 3 }, projectFolder())
    // It writes UUIDs there.
    await database.raw('alter table auth.refresh_tokens alter column id drop default, alter column id type text')
    const lite = await startLite(database.url ?? '')
    onTestFinished(() => lite.stop())
    const cwd = freshFolder()
    putFiles(cwd, { 'seeded.json': JSON.stringify(report) })

    const { tests, pageOf, module } = playwright(await application(lite.url))
    const before = process.env.SEEDED
    process.env.SEEDED = join(cwd, 'seeded.json')
    onTestFinished(() => {
      if (before === undefined) delete process.env.SEEDED
      else process.env.SEEDED = before
    })
    await createJiti(import.meta.url, { virtualModules: { '@playwright/test': module } }).import(
      join(EXAMPLES, 'sign-in.spec.ts'),
    )
    expect(tests.map(([name]) => name)).toEqual(['a seeded user signs in'])
    const browser = startBrowser(chromium ?? '')
    onTestFinished(() => browser.close())
    for (const [, body] of tests) await body({ page: pageOf(await browser.page()) })
  },
)
