import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { settingFlags } from '../../src/config/flags.ts'
import { gatherConfig } from '../../src/config/gather-config.ts'
import { configSchema } from '../../src/config/schema.ts'

const text = await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8')

it('the table of settings names every one, with flag, variable and default', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'))
  for (const { path, flag, env, default: fallback } of settingFlags()) {
    const row = rows.find((line) => line.startsWith(`| \`${path.join('.')}\` `))
    expect(row, path.join('.')).toContain(`\`${flag}\``)
    expect(row?.replaceAll('`', '')).toContain(`| ${fallback} |`)
    if (env !== null) expect(row).toContain(`\`${env}\``)
  }
  for (const name of Object.keys(configSchema.shape)) {
    if (name !== '$schema') expect(text).toMatch(new RegExp(`^\\*\\*.*${name}\\b.*\\*\\*`, 'm'))
  }
  for (const part of ['count', 'perParent', 'columns']) expect(text).toContain(`\`tables.….${part}\``)
})

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')

const makerkit = await readFile(new URL('../../docs/makerkit.md', import.meta.url), 'utf8')

/** Everything that docs/configuration.md and docs/makerkit.md show, and the configurations of the README. */
const shown = [
  ...`${text}\n${makerkit}`.matchAll(/```(ts|json)\n([\s\S]*?)```/g),
  ...[...readme.matchAll(/```(ts)\n([\s\S]*?)```/g)].filter(([snippet]) => snippet.includes('export default')),
]

const snippets = shown.map(([, language = '', code = '']) => ({
  language,
  code,
  title: code.slice(0, 60),
}))

it.each(snippets)('$title runs', async ({ language, code }) => {
  const folder = await mkdtemp(join(tmpdir(), 'supa-seed-docs-'))
  try {
    await writeFile(join(folder, `supa-seed.config.${language}`), code)
    await expect(gatherConfig({ cwd: folder, env: {}, flags: {}, today: 0 })).resolves.toMatchObject({
      file: `supa-seed.config.${language}`,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
