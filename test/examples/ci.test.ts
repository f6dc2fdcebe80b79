import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { buildProgram } from '../../src/cli/program.ts'
import { flagLayer } from '../../src/config/flag-layer.ts'
import { settle } from '../../src/config/settle.ts'
import { runHere } from '../cli/run-here.ts'
import { freshFolder } from '../support/children.ts'
import { changeLineEnds, commandsOf, EXAMPLES, putNotes, readWorkflow, stepsOf } from './workflows.ts'

const workflows = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => ({ name, workflow: readWorkflow(name) }))

describe('workflows for CI', () => {
  test.each(workflows)('$name can be read, and its commands are accepted', async ({ workflow }) => {
    expect(workflow).toMatchObject({ name: expect.any(String), on: expect.anything() })
    for (const job of Object.values(workflow.jobs)) expect(job['runs-on']).toBe('ubuntu-latest')
    for (const { uses, run } of stepsOf(workflow)) {
      expect([uses, run].filter((one) => typeof one === 'string')).toHaveLength(1)
      if (run !== undefined) expect(spawnSync('bash', ['-n', '-c', run]).status, run).toBe(0)
    }
    const commands = commandsOf(workflow)
    expect(commands.length).toBeGreaterThan(1)
    for (const words of commands) {
      const given: string[] = []
      const program = buildProgram({ columns: 80, out: () => undefined }, async (name, flags) => {
        given.push(name)
        settle([flagLayer(flags)], { today: 0, root: '/', file: null })
      })
      await program.parseAsync(words, { from: 'user' })
      expect(given, words.join(' ')).toEqual([words[0]])
    }
  })

  test('the one without a server runs as it stands, tests included, whatever git made of line ends', {
    timeout: 120_000,
  }, async () => {
    const cwd = freshFolder()
    putNotes(cwd)
    expect(await runHere(['export'], { cwd })).toMatchObject({ code: 0 })
    changeLineEnds(cwd)
    for (const words of commandsOf(readWorkflow('vitest.yml'))) {
      const { code, stderr } = await runHere(words, { cwd })
      expect(code, `${words.join(' ')}: ${stderr}`).toBe(0)
    }
    cpSync(join(EXAMPLES, 'seeded.test.ts'), join(cwd, 'seeded.test.ts'))
    const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
    symlinkSync(modules, join(cwd, 'node_modules'))
    const vitest = join(modules, 'vitest', 'vitest.mjs')
    const ran = spawnSync(process.execPath, [vitest, 'run', '--root', cwd], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    })
    expect(ran.stdout + ran.stderr).toContain('1 passed')
    expect(ran.status).toBe(0)
  })
})
