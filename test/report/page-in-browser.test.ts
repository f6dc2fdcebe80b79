import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/reports/report.ts'
import { renderReportPage } from '../../src/report/page/render-report-page.ts'
import { type Browser, type BrowserPage, findBrowser, startBrowser } from '../support/browser.ts'
import { hostile, sampleReport } from './sample-report.ts'

const path = findBrowser()
if (path === null)
  console.warn('No Chromium here (CHROME_PATH, PATH, the usual places): the report page is not tried in a browser.')

const REPORTS: Readonly<Record<string, Report>> = {
  'a small one': sampleReport(3),
  'one of 38 tables': sampleReport(38),
  'one of 90 tables that failed': sampleReport(90, { ok: false }),
  'a hostile one': hostile(sampleReport(12)),
}
const WIDTHS = [360, 800, 1400]

/** Elements that reach out of the page sideways, other than within something that scrolls by itself. */
const SPILLED = `[...document.body.querySelectorAll('*')]
  .filter((one) => one.closest('.scroll,.unseen,.skip,svg') === null || one.matches('.scroll'))
  .filter((one) => { const { left, right, width } = one.getBoundingClientRect(); return width > 0 && (right > innerWidth + 0.5 || left < -0.5) })
  .map((one) => one.outerHTML.slice(0, 120))`

/** Texts whose contrast is below AA: 4.5, or 3 where they are large. */
const PALE = `(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0)
  const behind = (one) => {
    if (one.matches('.node *')) return parse(getComputedStyle(one.closest('.node').querySelector('rect')).fill)
    for (let at = one; at !== null; at = at.parentElement) {
      const found = parse(getComputedStyle(at).backgroundColor)
      if (found.length === 3 || found[3] > 0) return found
    }
    return [255, 255, 255]
  }
  const pale = []
  for (const one of document.body.querySelectorAll('*')) {
    if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) continue
    if (one.closest('.unseen,.skip,title') !== null || one.getClientRects().length === 0) continue
    const style = getComputedStyle(one)
    const [a, b] = [light(parse(one.closest('svg') === null ? style.color : style.fill)), light(behind(one))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700)
    if (contrast < (large ? 3 : 4.5)) pale.push(contrast.toFixed(2) + ' ' + one.outerHTML.slice(0, 100))
  }
  return pale
})()`

describe.skipIf(path === null)('the report page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'supa-seed-page-'))
  const urls = new Map<string, string>()
  let browser: Browser
  let page: BrowserPage

  beforeAll(async () => {
    for (const [at, [name, report]] of Object.entries(REPORTS).entries()) {
      const file = join(folder, `${at}.html`)
      writeFileSync(file, renderReportPage(report))
      urls.set(name, pathToFileURL(file).href)
    }
    browser = startBrowser(path as string)
    page = await browser.page()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const show = async (name: string, width: number, scheme: 'light' | 'dark' = 'light', media = ''): Promise<void> => {
    await page.send('Emulation.setEmulatedMedia', {
      media,
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    })
    await page.send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false })
    await page.open(urls.get(name) ?? '')
  }

  test.each(Object.keys(REPORTS))('%s fits every width, complains of nothing and can be read', async (name) => {
    for (const width of WIDTHS) {
      await show(name, width)
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${width}`).toBe(width)
      expect(await page.evaluate(SPILLED), `${width}`).toEqual([])
      expect(await page.evaluate(PALE), `light, ${width}`).toEqual([])
    }
    await show(name, 1400, 'dark')
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(18, 20, 22)')
    expect(await page.evaluate(PALE), 'dark').toEqual([])
    expect(await page.evaluate('document.querySelectorAll("script,img,iframe,[onerror],[onload]").length')).toBe(0)
    expect(page.complaints).toEqual([])
  })

  test('its style sheet is let in, and nothing else', async () => {
    await show('a small one', 800)
    expect(await page.evaluate('getComputedStyle(document.querySelector(".page")).maxWidth')).toBe('1200px')
    const refused = await page.evaluate<string[]>(`new Promise((resolve) => {
      const seen = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective))
      const add = (name, change) => document.body.append(Object.assign(document.createElement(name), change))
      add('script', { textContent: 'document.title = "run"' })
      add('style', { textContent: 'body { display: none }' })
      add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' })
      setTimeout(() => resolve([document.title, ...seen.sort()]), 300)
    })`)
    page.complaints.length = 0
    expect(refused).toEqual([expect.stringContaining('supa-seed'), 'img-src', 'script-src-elem', 'style-src-elem'])
  })

  test('a table lights its neighbours when it is pointed at, and when it is stepped to', async () => {
    await show('one of 38 tables', 1400)
    const point = await page.evaluate<{ x: number; y: number }>(`(() => {
      const node = document.querySelector('.node[aria-label^="projects:"]')
      node.scrollIntoView({ block: 'center' })
      const { x, y } = node.getBoundingClientRect()
      return { x: x + 20, y: y + 20 }
    })()`)
    const lit = `(() => { const faded = (one) => getComputedStyle(one).opacity !== '1'
      return [...document.querySelectorAll('.node')].filter((one) => !faded(one)).map((one) => one.querySelector('.name').textContent).sort() })()`
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] })
    expect(await page.evaluate<string[]>(lit)).toHaveLength(39)
    await page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point })
    expect(await page.evaluate(lit)).toEqual(['accounts', 'comments', 'projects', 'tags'])
    await page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 1, y: 1 })
    expect(await page.evaluate<string[]>(lit)).toHaveLength(39)
    await page.evaluate(`document.querySelector('.node[aria-label^="countries:"]').focus({ focusVisible: true })`)
    expect(await page.evaluate(lit)).toEqual(['countries', 'users'])
    for (const type of ['keyDown', 'keyUp'])
      await page.send('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab' })
    expect(await page.evaluate<string[]>(lit)).toContain('accounts')
  })

  test('every table of the map leads to its sample rows', async () => {
    await show('one of 38 tables', 1400)
    await page.evaluate(
      `document.querySelector('.node[aria-label^="tasks:"]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
    )
    expect(await page.evaluate(`document.querySelector('.sample:target h3').textContent`)).toMatch(/^tasks/)
  })

  test('on paper nothing is cut: all is unfolded, and wide tables are made narrow', async () => {
    for (const name of Object.keys(REPORTS)) {
      await show(name, 688, 'dark', 'print')
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(688)
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > 689 || [...one.querySelectorAll('table,svg')].some((part) => part.getBoundingClientRect().right > 689)).length`,
        ),
        name,
      ).toBe(0)
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor'), name).toBe('rgb(255, 255, 255)')
      expect(await page.evaluate(PALE), name).toEqual([])
    }
    await show('one of 38 tables', 688, 'light', 'print')
    const { data } = await page.send('Page.printToPDF', { printBackground: true })
    const pages =
      Buffer.from(data as string, 'base64')
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(3)
  })
})
