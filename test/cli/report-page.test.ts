import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PAGE_MARK, renderReportPage } from '../../src/report/page/render-report-page.ts'
import { reportFile } from '../../src/run/report-file.ts'
import { sampleReport } from '../report/sample-report.ts'
import { freshFolder } from '../support/children.ts'
import { contents } from '../support/contents.ts'
import { files, outside, SHOP } from './outside.ts'

describe('seed --report', () => {
  test('writes the page, says where, and writes over it the next time', async () => {
    const shop = await outside('pg17', SHOP)
    const first = await shop.run('seed', '--rows', '30', '--report', 'out/to/report.html')
    expect(first).toMatchObject({ code: 0 })
    expect(first.stdout.trimEnd().split('\n').at(-1)).toBe('Report: out/to/report.html')
    const file = join(shop.folder, 'out', 'to', 'report.html')
    const page = readFileSync(file, 'utf8')
    expect(page.startsWith(PAGE_MARK)).toBe(true)
    expect(page).toContain('<h1>150 rows in 5 tables</h1>')
    expect(page).toContain('orders per customer')

    const again = await shop.run('seed', '--rows', '30', '--report', 'out/to/report.html', '--json')
    expect(again).toMatchObject({ code: 0 })
    expect(again.stderr).toContain('Report: out/to/report.html')
    expect(readFileSync(file, 'utf8')).toBe(renderReportPage(JSON.parse(again.stdout)))
    expect(readFileSync(file, 'utf8')).toContain('Everything was there already')
    expect(files(join(shop.folder, 'out', 'to'))).toHaveLength(1)
  })

  test('writes nothing at all where another file is in the way, unless told to', async () => {
    const shop = await outside('pg17', SHOP)
    shop.write('mine.html', '<!doctype html>\nmine')
    const before = await contents(shop.database)
    const refused = await shop.json<{ error: Record<string, unknown> }>(2, 'seed', '--report', 'mine.html')
    expect(refused.error).toMatchObject({ code: 'report-file-taken', place: { file: 'mine.html' } })
    expect(refused.error.next).toContain('--yes')
    expect(await contents(shop.database)).toEqual(before)
    expect(readFileSync(join(shop.folder, 'mine.html'), 'utf8')).toBe('<!doctype html>\nmine')
    expect(await shop.run('seed', '--dry-run', '--report', 'new.html')).toMatchObject({ code: 2 })
    expect(existsSync(join(shop.folder, 'new.html'))).toBe(false)
    expect(await shop.run('seed', '--report', 'mine.html', '--yes', '--quiet')).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(join(shop.folder, 'mine.html'), 'utf8').startsWith(PAGE_MARK)).toBe(true)
  })
})

describe('the file of a report', () => {
  const options = (cwd: string) => ({ cwd, overwrite: false })

  test('may be empty or an earlier report, and a link to it stays a link', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'empty.html'), '')
    await (await reportFile('empty.html', options(folder))).write(sampleReport(1))
    symlinkSync(join(folder, 'empty.html'), join(folder, 'link.html'))
    await (await reportFile('link.html', options(folder))).write(sampleReport(2))
    expect(readFileSync(join(folder, 'empty.html'), 'utf8')).toBe(renderReportPage(sampleReport(2)))
    expect(files(folder)).toHaveLength(2)
  })

  test.each([
    ['a folder', 'folder', 'it is a folder'],
    ['below a file', 'file/report.html', 'file'],
  ])('%s is refused before the run', async (_, path, reason) => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'folder'))
    writeFileSync(join(folder, 'file'), 'x')
    await expect(reportFile(path, options(folder))).rejects.toMatchObject({
      code: 'report-not-writable',
      exitCode: 2,
      message: expect.stringContaining(reason),
    })
  })

  test('that cannot be written after the run is an error that says so', async () => {
    const folder = freshFolder()
    const file = await reportFile('report.html', options(folder))
    mkdirSync(join(folder, 'report.html'))
    await expect(file.write(sampleReport(1))).rejects.toMatchObject({ code: 'report-not-written', exitCode: 1 })
  })
})
