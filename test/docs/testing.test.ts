import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createJiti } from 'jiti'
import { beforeAll, expect, it } from 'vitest'
import * as library from '../../src/index.ts'
import * as testing from '../../src/test.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'

const text = await readFile(new URL('../../docs/testing.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/```(ts|sql)\n(?:\/\/|--) (\S+)\n([\s\S]*?)```/g)].map(
  ([, , name = '', code = '']) => ({ name, code }),
)

type Body = () => unknown
const tests: [name: string, body: Body][] = []
const around: { before: Body; after: Body } = { before: () => undefined, after: () => undefined }
const vitest = {
  expect,
  test: (name: string, body: Body) => void tests.push([name, body]),
  beforeEach: (body: Body) => Object.assign(around, { before: body }),
  afterEach: (body: Body) => Object.assign(around, { after: body }),
}

const folder = projectFolder()
const shown: unknown[][] = []
const jiti = createJiti(import.meta.url, {
  virtualModules: {
    'supa-seed': { ...library },
    'supa-seed/test': {
      ...testing,
      seedTestDatabase: (options: testing.TestDatabaseOptions<object> & { config: object }) =>
        testing.seedTestDatabase({ ...options, cwd: folder }),
    },
    vitest,
    show: { show: (...pair: unknown[]) => shown.push(pair) },
  },
})

beforeAll(() => {
  const told = (code: string) =>
    code.replace(
      /^(h\..*?) \/\/ (.*)$/gm,
      (_, asked: string, said: string) => `show(${asked}, ${JSON.stringify(said)})`,
    )
  putFiles(
    folder,
    Object.fromEntries(
      blocks.map(({ name, code }) => [
        name,
        name === 'order.test.ts' ? `import { show } from 'show'\n${told(code)}` : code,
      ]),
    ),
  )
})

it('handles are what the samples show', async () => {
  await jiti.import(join(folder, 'order.test.ts'))
  expect(shown).toHaveLength(7)
  for (const [value, said] of shown) {
    const [, literal] = /^'?([^'…]+)(?:…?'|$)/.exec(String(said)) ?? []
    if (/^('|\d|true)/.test(String(said))) expect(String(value).startsWith(literal ?? '?'), String(said)).toBe(true)
    else expect(value).toBeDefined()
  }
})

it('the tests of policies pass', async () => {
  await jiti.import(join(folder, 'policies.test.ts'))
  expect(tests).toHaveLength(2)
  for (const [, body] of tests) {
    await around.before()
    await body()
    await around.after()
  }
})

it('the global setup is what the example has', async () => {
  const { default: setup } = await jiti.import<{ default: () => Promise<void> }>(join(folder, 'global-setup.ts'))
  await expect(setup()).rejects.toMatchObject({ code: 'sign-in-options', place: { path: 'url' } })
})
