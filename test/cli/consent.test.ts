import { describe, expect, it } from 'vitest'
import type { CommandFlags } from '../../src/cli/command-flags.ts'
import { confirmSwitch } from '../../src/cli/confirm-switch.ts'
import { allowWriting, confirm } from '../../src/cli/consent.ts'
import { runOptions } from '../../src/cli/context.ts'
import type { Address } from '../../src/model/database.ts'
import { renderAddress } from '../../src/report/render-address.ts'
import { fakeContext, fakeTerminal } from './fake-terminal.ts'

const local: Address = {
  kind: 'postgres',
  host: '127.0.0.1',
  port: 54322,
  database: 'postgres',
  user: 'postgres',
  source: 'DATABASE_URL (.env.local)',
  local: true,
}
const remote: Address = { ...local, host: 'db.example.com', port: 5432, local: false }

describe('writing', () => {
  const cases: readonly [
    name: string,
    address: Address,
    flags: CommandFlags,
    answers: readonly string[] | null,
    allowed: boolean,
  ][] = [
    ['to this machine', local, {}, null, true],
    ['elsewhere, nobody there', remote, {}, null, false],
    ['elsewhere, with --yes alone', remote, { yes: true }, null, false],
    ['elsewhere, allowed by name', remote, { allowRemote: ['other', 'db.example.com'] }, null, true],
    ['elsewhere, another name allowed', remote, { allowRemote: ['other'] }, null, false],
    ['elsewhere, name typed in', remote, {}, ['db.example.com '], true],
    ['elsewhere, something else typed in', remote, {}, ['y'], false],
    ['elsewhere, for JSON nobody is asked', remote, { json: true }, ['db.example.com'], false],
  ]
  it.each(cases)('%s', async (_, address, flags, answers, allowed) => {
    const terminal = fakeTerminal({ interactive: answers !== null, answers: answers ?? [] })
    const asked = allowWriting(address, fakeContext(terminal, flags))
    if (allowed) await expect(asked).resolves.toBeUndefined()
    else
      await expect(asked).rejects.toMatchObject({
        code: 'remote-refused',
        exitCode: 2,
        next: expect.stringContaining('--allow-remote db.example.com'),
      })
    if (answers === null) expect(terminal.written.asked).toEqual([])
  })

  it('elsewhere, named by --remote', async () => {
    await allowWriting(remote, fakeContext(fakeTerminal(), { remote: 'preview' }))
  })

  const typed: readonly [name: string, flags: CommandFlags, answers: readonly string[] | null, allowed: boolean][] = [
    ['typed in', {}, ['live'], true],
    ['typed in wrongly', {}, ['yes'], false],
    ['allowed by flags', { remote: 'live', allowRemote: ['db.example.com'] }, null, false],
    ['under --yes nobody is asked', { yes: true }, ['live'], false],
    ['for JSON nobody is asked', { json: true }, ['live'], false],
  ]
  it.each(typed)('to production: %s', async (_, flags, answers, allowed) => {
    const terminal = fakeTerminal({ interactive: answers !== null, answers: answers ?? [] })
    const asked = allowWriting(remote, fakeContext(terminal, flags), 'live')
    if (allowed) await expect(asked).resolves.toBeUndefined()
    else await expect(asked).rejects.toMatchObject({ code: 'production-refused', exitCode: 2 })
  })
})

describe('confirmation', () => {
  const cases: readonly [
    name: string,
    flags: CommandFlags,
    answer: string | null,
    needed: boolean,
    code: string | null,
  ][] = [
    ['yes by flag', { yes: true }, null, true, null],
    ['yes by answer', {}, 'Y', true, null],
    ['no by answer', {}, '', false, 'declined'],
    ['nobody there, not needed', {}, null, false, null],
    ['nobody there, needed', {}, null, true, 'needs-yes'],
    ['JSON never asks', { json: true }, 'y', true, 'needs-yes'],
  ]
  it.each(cases)('%s', async (_, flags, answer, needed, code) => {
    const terminal = fakeTerminal({ interactive: answer !== null, answers: [answer ?? ''] })
    const asked = confirm('Remove them?', needed, fakeContext(terminal, flags))
    if (code === null) await expect(asked).resolves.toBeUndefined()
    else await expect(asked).rejects.toMatchObject({ code, exitCode: 2 })
  })
})

describe('the first line', () => {
  it('names host, database and who said so', () => {
    expect(renderAddress(local)).toBe(
      'postgres at 127.0.0.1:54322/postgres as postgres (from DATABASE_URL in .env.local)',
    )
    expect(renderAddress({ ...local, host: '::1', source: '--db-url' })).toBe(
      'postgres at [::1]:54322/postgres as postgres (from --db-url)',
    )
    expect(renderAddress({ ...local, kind: 'pglite', host: '/x/y', port: null, source: '--embedded' })).toBe(
      'pglite in /x/y (from --embedded)',
    )
    expect(renderAddress({ ...local, kind: 'pglite', host: 'memory', port: null, source: '--embedded' })).toBe(
      'pglite in memory (from --embedded)',
    )
    expect(renderAddress({ ...local, database: 'a\x1b[2J' })).not.toContain('\x1b')
  })

  it('goes where it belongs', async () => {
    const print = async (flags: CommandFlags) => {
      const terminal = fakeTerminal()
      await runOptions(fakeContext(terminal, flags), true).onStart(local)
      return terminal.written
    }
    expect(await print({})).toMatchObject({ out: expect.stringContaining('postgres at'), err: '' })
    expect(await print({ json: true })).toMatchObject({ out: '', err: expect.stringContaining('postgres at') })
    expect(await print({ quiet: true })).toMatchObject({ out: '', err: '' })
  })

  it('is said before a refusal, and reading needs no consent', async () => {
    const terminal = fakeTerminal()
    await expect(runOptions(fakeContext(terminal), true).onStart(remote)).rejects.toMatchObject({
      code: 'remote-refused',
    })
    expect(terminal.written.out).toContain('postgres at db.example.com')
    await runOptions(fakeContext(terminal), false).onStart(remote)
  })
})

describe('another dataset in the place of the one that is there', () => {
  const switching = { from: 'dev', to: null, tables: [{ table: 'orders', removed: 1200 }], kept: ['users'] }
  const ask = (flags: CommandFlags, answers: readonly string[] | null, tables = switching.tables) => {
    const terminal = fakeTerminal({ interactive: answers !== null, answers: answers ?? [] })
    return { terminal, done: confirmSwitch({ ...switching, tables }, fakeContext(terminal, flags)) }
  }

  it('is said, and asked for where somebody is there', async () => {
    const { terminal, done } = ask({}, ['n'])
    await expect(done).rejects.toMatchObject({ code: 'declined' })
    expect(terminal.written.asked).toEqual(['Remove them? [y/N] '])
    expect(terminal.written.out).toBe(
      'The shared rest takes the place of dataset dev\n  Removed: 1,200 rows (orders 1,200); what both have comes again.\n  The same in both: users.\n',
    )
    await ask({}, ['y']).done
  })

  it('is not asked for with --yes, for JSON, where nobody is there, and where nothing goes', async () => {
    for (const { terminal, done } of [
      ask({ yes: true }, []),
      ask({ json: true }, []),
      ask({}, null),
      ask({}, [], []),
    ]) {
      await done
      expect(terminal.written.asked).toEqual([])
    }
  })
})
