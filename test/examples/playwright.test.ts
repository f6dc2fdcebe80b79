import { spawn } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'
import { expect, onTestFinished, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { findBrowser } from '../support/browser.ts'
import { freshFolder, plainEnvironment } from '../support/children.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder, seedStory } from '../support/story.ts'
import { KEYS, startLite } from '../support/supabase-lite.ts'
import { supply } from '../support/supply.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const EXAMPLE = join(ROOT, 'examples', 'playwright')
const CLIENT = readFileSync(join(ROOT, 'node_modules/@supabase/supabase-js/dist/umd/supabase.js'))

const ORDERS = `
create table orders (id uuid primary key default gen_random_uuid(), number int not null unique, status text not null check (status in ('open', 'paid')),
  total numeric(10, 2) not null, customer_id uuid not null references auth.users on delete cascade);
alter table orders enable row level security;
create policy own on orders for select to authenticated using (customer_id = (select auth.uid()));
grant select on orders to authenticated;`

/** Lists the orders of whoever is signed in, as supabase-js finds it in the browser; the API is at the same address. */
const PAGE = `<body><script src="/supabase.js"></script><script type="module">
  const { data, error } = await supabase.createClient(location.origin, '${KEYS.SUPABASE_PUBLISHABLE_KEY}').from('orders').select('id, number, status').order('number')
  document.body.innerHTML = error ? error.message : '<table>' + data.map(({ id, number, status }) =>
    '<tr><td><a href="/orders/' + id + '">' + number + '</a></td><td>' + status + '</td></tr>').join('') + '</table>'
</script></body>`

async function application(api: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    if (!/^\/(auth|rest)\/v1\//.test(path))
      return void response
        .setHeader('content-type', path === '/supabase.js' ? 'text/javascript' : 'text/html')
        .end(path === '/supabase.js' ? CLIENT : PAGE)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const headers = Object.fromEntries(
      ['apikey', 'authorization', 'content-type', 'accept', 'prefer'].flatMap((name) =>
        request.headers[name] ? [[name, String(request.headers[name])]] : [],
      ),
    )
    const body = parts.length === 0 ? null : Buffer.concat(parts)
    const answer = await fetch(`${api}${path}`, { method: request.method ?? 'GET', headers, body })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const chromium = findBrowser()

test.runIf(chromium !== null)(
  'the example for Playwright signs in as a handle and finds the known order',
  { timeout: 120_000 },
  async () => {
    await supply('dist')
    const config = await createJiti(import.meta.url).import(join(EXAMPLE, 'supa-seed.config.ts'), { default: true })
    const database = await freshDatabase('pg17')
    await layBase(database.db)
    await database.raw(ORDERS)
    await seedStory(database.db, config, projectFolder())
    // It writes UUIDs there.
    await database.raw('alter table auth.refresh_tokens alter column id drop default, alter column id type text')
    const lite = await startLite(database.url ?? '')
    onTestFinished(() => lite.stop())
    const app = await application(lite.url)

    const folder = freshFolder()
    cpSync(EXAMPLE, folder, { recursive: true })
    putFiles(folder, {
      'package.json': '{ "type": "module" }',
      'here.config.ts': `import base from './playwright.config.ts'
      const launchOptions = { executablePath: ${JSON.stringify(chromium)}, args: ['--no-sandbox'] }
      export default { ...base, workers: 1, reporter: 'line', use: { ...base.use, launchOptions } }`,
      'node_modules/.keep': '',
    })
    for (const [name, place] of [
      ['supa-seed', ROOT],
      ['@playwright', join(ROOT, 'node_modules/@playwright')],
    ] as const)
      symlinkSync(place, join(folder, 'node_modules', name), 'junction')
    const { code, said } = await playwright(folder, {
      APP_URL: app,
      SUPABASE_URL: app,
      SUPABASE_ANON_KEY: KEYS.SUPABASE_PUBLISHABLE_KEY,
    })
    expect([code, said]).toEqual([0, expect.stringContaining('1 passed')])
  },
)

function playwright(
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js')
  const child = spawn(process.execPath, [cli, 'test', '--config', 'here.config.ts'], {
    cwd,
    env: { ...plainEnvironment(), ...env, CI: '1', NODE_OPTIONS: '' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}
