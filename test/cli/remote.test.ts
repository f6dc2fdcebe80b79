import { describe, expect, test } from 'vitest'
import { everything, type Outside, outside, SHOP } from './outside.ts'

/** A name for this machine that nobody takes for this machine. */
const ELSEWHERE = '127.1'

const remote = (): Promise<Outside> =>
  outside('pg17', SHOP, ({ url: text }) => {
    const url = new URL(text ?? '')
    // In the query a host stays as it is written.
    url.searchParams.set('host', ELSEWHERE)
    return ['--db-url', url.href]
  })

describe('a database that is not on this machine', () => {
  test('is only looked at without consent that names it', async () => {
    const shop = await remote()
    const before = await everything(shop)
    for (const words of [['seed'], ['cleanup'], ['reset'], ['seed', '--allow-remote', 'another.host']]) {
      const refused = await shop.json<{ error: object }>(2, ...words, '--yes')
      expect(refused.error).toMatchObject({ code: 'remote-refused', next: expect.stringContaining(ELSEWHERE) })
    }
    for (const words of [['plan'], ['status']]) await shop.json(0, ...words)
    expect(await everything(shop)).toEqual(before)
  })

  test('is named by --remote, which is consent; what is marked is refused by whatever way it is named', async () => {
    let words: readonly string[] = []
    const shop = await outside('pg17', SHOP, () => words)
    const url = new URL(shop.database.url ?? '')
    url.searchParams.set('host', ELSEWHERE)
    const remotes = { preview: { url: url.href }, live: { ref: 'abcdefghijklmnopqrst' } }
    shop.write('supa-seed.config.json', JSON.stringify({ remotes }))
    words = ['--remote', 'preview']
    expect(await shop.json(0, 'seed', '--rows', '3')).toMatchObject({
      ok: true,
      database: { host: ELSEWHERE, source: '--remote preview' },
    })
    await shop.json(0, 'cleanup')
    words = ['--remote', url.href]
    expect(await shop.json(0, 'status')).toMatchObject({ database: { source: '--remote' } })

    const before = await everything(shop)
    shop.write('supa-seed.config.json', JSON.stringify({ remotes: { live: { url: url.href, production: true } } }))
    for (const named of [
      ['--remote', 'live'],
      ['--remote', url.href],
      ['--db-url', url.href, '--allow-remote', ELSEWHERE],
    ]) {
      words = named
      for (const command of ['seed', 'cleanup', 'reset'])
        expect(await shop.json(2, command, '--yes')).toMatchObject({ error: { code: 'production-refused' } })
    }
    words = ['--remote', 'live']
    await shop.json(0, 'plan')
    shop.write('supa-seed.config.json', JSON.stringify({ remotes: { live: false } }))
    words = ['--remote', url.href]
    expect(await shop.json(2, 'seed')).toMatchObject({ error: { code: 'remote-without-ref' } })
    shop.write('supa-seed.config.json', JSON.stringify({ remotes }))
    expect(await everything(shop)).toEqual(before)
  })

  test('is written to with it, but never emptied', async () => {
    const shop = await remote()
    const consent = ['--allow-remote', ELSEWHERE]
    expect(await shop.json(0, 'seed', ...consent)).toMatchObject({ ok: true, database: { host: ELSEWHERE } })
    const before = await everything(shop)
    expect(await shop.json(2, 'reset', '--everything', '--yes', ...consent)).toMatchObject({
      error: { code: 'not-local' },
    })
    expect(await everything(shop)).toEqual(before)
    await shop.json(0, 'cleanup', ...consent)
  })
})
