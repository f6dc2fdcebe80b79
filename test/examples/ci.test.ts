import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { buildProgram } from '../../src/cli/program.ts'
import { flagLayer } from '../../src/config/flag-layer.ts'
import { settle } from '../../src/config/settle.ts'
import { runHere } from '../cli/run-here.ts'
import { freshFolder } from '../support/children.ts'

const EXAMPLES = fileURLToPath(new URL('../../examples/ci/', import.meta.url))

interface Step {
  readonly uses?: string
  readonly run?: string
}
interface Workflow {
  readonly name: string
  readonly on: unknown
  readonly jobs: Readonly<Record<string, { 'runs-on': string; steps: readonly Step[] }>>
}

const workflows = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => ({ name, workflow: parse(readFileSync(join(EXAMPLES, name), 'utf8')) as Workflow }))

const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps)

/** The words behind `npx supa-seed`, without what the shell takes for itself. */
const commandsOf = (workflow: Workflow): string[][] =>
  stepsOf(workflow).flatMap(({ run = '' }) =>
    [...run.matchAll(/^npx supa-seed (.*)$/gm)].map(([, words = '']) =>
      words
        .replace(/\s*>.*$/, '')
        .split(' ')
        .map((word) => word.replace(/^"\$\w+"$/, 'postgres://user@db.example.com/postgres')),
    ),
  )

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

  test('the one without a server runs as it stands, tests included', { timeout: 120_000 }, async () => {
    const cwd = freshFolder()
    const migrations = join(cwd, 'supabase', 'migrations')
    mkdirSync(migrations, { recursive: true })
    writeFileSync(
      join(migrations, '20260101000000_notes.sql'),
      `create table public.notes (
         id uuid primary key default gen_random_uuid(),
         user_id uuid not null references auth.users on delete cascade,
         body text not null
       );
       alter table public.notes enable row level security;
       grant select on public.notes to authenticated;
       create policy own on public.notes for select to authenticated using (user_id = (select auth.uid()));`,
    )
    const config = { users: 5, tables: { notes: { perParent: { min: 1, max: 4 } } }, now: '2026-01-01' }
    writeFileSync(join(cwd, 'supa-seed.config.json'), JSON.stringify(config))
    expect(await runHere(['export'], { cwd })).toMatchObject({ code: 0 })
    const workflow = workflows.find(({ name }) => name === 'vitest.yml')?.workflow
    for (const words of commandsOf(workflow as Workflow)) {
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
