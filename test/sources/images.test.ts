import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Asset, Assets } from '../../src/model/assets/assets.ts'
import { readAssetPools } from '../../src/sources/files/read-asset-pools.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'

/** Small pictures of 60 × 40 pixels, those called lake turned by their orientation, with EXIF. */
const picture = (name: string): Buffer => readFileSync(new URL(`pictures/${name}`, import.meta.url))

async function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<Assets> {
  const root = projectFolder()
  putFiles(root, files)
  const pool = { path: ['p/**'], table: null, fields: null }
  return readAssetPools({ root, seed: '42', now: 0, assetPools: { pool } })
}

const itemsOf = ({ pools }: Assets): readonly Asset[] => pools.pool?.items ?? []
const told = ({ findings }: Assets) => findings.map(({ code, place, message }) => `${code} ${place.file}: ${message}`)

describe('what pictures say of themselves', () => {
  it.each(['lake.jpg', 'lake.png', 'lake.webp', 'lake.avif'])('%s: size as it is shown, and EXIF', async (name) => {
    const assets = await read({ [`p/${name}`]: picture(name) })
    expect(told(assets)).toEqual([])
    expect(itemsOf(assets)[0]).toMatchObject({
      identity: name,
      json: null,
      image: {
        width: 40,
        height: 60,
        orientation: 6,
        type: `image/${name.replace('lake.', '').replace('jpg', 'jpeg')}`,
        alt: 'A lake in the morning',
        caption: 'A lake in the morning',
        title: 'Lake',
        taken_at: '2024-05-01T10:20:30+02:00',
        camera: 'Canon EOS R5',
        lens: 'RF24-105',
        latitude: 47.51,
        longitude: -11.25,
        altitude: 1234,
        exif: { Image: { Make: 'Canon' }, Photo: { FNumber: 4 }, GPSInfo: { GPSLatitudeRef: 'N' } },
      },
    })
  })

  it('without EXIF: the size, and a title from the name', async () => {
    const assets = await read({ 'p/my-tent@2x.gif': picture('plain.gif'), 'p/x.webp': picture('plain.webp') })
    expect(told(assets)).toEqual([])
    const plain = { width: 60, height: 40, orientation: 1, taken_at: null, latitude: null, exif: null }
    expect(itemsOf(assets).map(({ image }) => image)).toMatchObject([
      { ...plain, type: 'image/gif', alt: 'My Tent', caption: 'My Tent', title: 'My Tent' },
      { ...plain, type: 'image/webp', alt: 'X' },
    ])
  })

  it.each<[string, number | null, number | null]>([
    ['<svg width="24" height="16px"/>', 24, 16],
    [
      '<?xml version="1.0"?>\n<!-- <svg width="1"> -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg viewBox="0 0 120 60" width="60">',
      60,
      30,
    ],
    ["\ufeff<svg:svg xmlns:svg='x' viewBox='0,0 120.4 60'>", 120, 60],
    ['<svg width="1in" height="2.54cm">', 96, 96],
    ['<svg width="100%" height="100%">', null, null],
    ['<svg width="-5" height="Infinity" viewBox="0 0 1e999 4">', null, null],
  ])('%s', async (svg, width, height) => {
    const assets = await read({ 'p/a.svg': svg })
    expect(told(assets)).toEqual([])
    expect(itemsOf(assets)[0]?.image).toMatchObject({ width, height, type: 'image/svg+xml' })
  })

  it('the type is that of the content', async () => {
    const assets = await read({ 'p/a.jpg': picture('lake.png'), 'p/b.png': 'no picture', 'p/c.png': '' })
    expect(itemsOf(assets).map(({ file, image }) => [file.type, image?.width])).toEqual([
      ['image/png', 40],
      ['image/png', null],
      ['image/png', null],
    ])
    expect(told(assets)).toEqual([
      'image-type p/a.jpg: The picture is image/png by its content.',
      'image-unknown p/b.png: The file is no picture by its content: nothing is known of its size.',
      'image-unknown p/c.png: The picture is empty.',
    ])
  })
})

describe('what stands beside them', () => {
  it.each<[string, string, unknown, unknown]>([
    [
      'json',
      '{"alt": "Fog", "caption": "In June", "credit": "me"}',
      { alt: 'Fog', caption: 'In June', title: 'Lake' },
      { credit: 'me' },
    ],
    ['yaml', 'altText: Fog\ndescription: In June', { alt: 'Fog', caption: 'In June' }, { altText: 'Fog' }],
    ['md', '---\ntitle: Fog\n---\nIn *June*', { alt: 'Fog', caption: 'In *June*', title: 'Fog' }, { title: 'Fog' }],
    ['txt', 'Fog over\nthe lake\n\nIn June', { alt: 'Fog over the lake', caption: 'In June' }, { caption: 'In June' }],
  ])('a file .%s: it is no item, and its fields are json', async (extension, text, image, json) => {
    const assets = await read({ 'p/lake.gif': picture('plain.gif'), [`p/lake.gif.${extension}`]: text })
    expect(told(assets)).toEqual([])
    expect(itemsOf(assets)).toMatchObject([{ identity: 'lake.gif', image, json }])
  })

  it('one with the name of the picture; others stay items; a changed one changes the item', async () => {
    const files = {
      'p/a.gif': picture('plain.gif'),
      'p/a.json': '{"alt": "A"}',
      'p/b.json': '{"b": 1}',
      'p/a.md': 'text',
    }
    const before = await read(files)
    expect(itemsOf(before).map(({ identity, image }) => [identity, image?.alt])).toEqual([
      ['a.gif', 'A'],
      ['a.md', undefined],
      ['b.json', undefined],
    ])
    const after = await read({ ...files, 'p/a.json': '{"alt": "B"}' })
    expect(itemsOf(after)[0]?.digest).not.toBe(itemsOf(before)[0]?.digest)
  })

  it('a list with the name of the picture is of somebody else', async () => {
    const assets = await read({ 'p/a.gif': picture('plain.gif'), 'p/a.json': '[{"id": 1}]' })
    expect(told(assets)).toEqual([])
    expect(itemsOf(assets)).toMatchObject([{ identity: 'a.gif', json: null, image: { alt: 'A' } }])
  })

  it('one that cannot be read is told, and its picture is passed over', async () => {
    const assets = await read({
      'p/a.gif': picture('plain.gif'),
      'p/a.gif.json': '{\n  "alt": oops }',
      'p/b.gif': picture('plain.gif'),
    })
    expect(itemsOf(assets).map(({ identity }) => identity)).toEqual(['b.gif'])
    expect(told(assets)).toEqual(['asset-unreadable p/a.gif.json:2:10: The file beside the picture is not JSON.'])
  })
})

describe('hostile pictures are told, and the rest goes on', () => {
  const png = picture('lake.png')
  const jpeg = picture('lake.jpg')
  const put = (bytes: Buffer, at: number, ...values: readonly number[]): Buffer => {
    const changed = Buffer.from(bytes)
    changed.set(values, at)
    return changed
  }
  /** An APP1 segment in which one tag after another claims the same bytes again. */
  const bomb = (): Buffer => {
    const tiff = Buffer.alloc(60_000)
    tiff.write('II*\0\x08\0\0\0', 'latin1')
    tiff.writeUInt16LE(4000, 8)
    for (let tag = 0; tag < 4000; tag++)
      tiff.set([tag & 255, tag >> 8, 1, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0], 10 + 12 * tag)
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, (tiff.length + 8) >> 8, (tiff.length + 8) & 255])
    return Buffer.concat([head, Buffer.from('Exif\0\0'), tiff, jpeg.subarray(2)])
  }

  it.each<[string, string, string | Buffer, RegExp]>([
    ['a PNG that ends in its header', 'x.png', png.subarray(0, 20), /ends too early/],
    ['a PNG that ends in a chunk', 'x.png', png.subarray(0, png.length - 20), /ends too early/],
    ['a PNG with a chunk that claims gigabytes', 'x.png', put(png, 33, 0x7f, 0xff, 0xff, 0xff), /ends too early/],
    [
      'a PNG that claims a huge size',
      'x.png',
      put(png, 16, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff),
      /no picture has/,
    ],
    ['a PNG without any size', 'x.png', put(png, 16, 0, 0, 0, 0), /no picture has/],
    ['a JPEG that ends too early', 'x.jpg', jpeg.subarray(0, 40), /ends too early/],
    ['a JPEG without a frame', 'x.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), /does not say its size/],
    [
      'a JPEG of segments without end',
      'x.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(2_000_000, Buffer.from([0xff, 0xe2, 0, 2]))]),
      /header .* has no end/,
    ],
    [
      'a JPEG of filling bytes',
      'x.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(500_000, 0xff)]),
      /header .* has no end/,
    ],
    ['a WebP that ends too early', 'x.webp', picture('lake.webp').subarray(0, 300), /ends too early/],
    ['a GIF that ends in its header', 'x.gif', picture('plain.gif').subarray(0, 8), /ends too early/],
    ['an AVIF without a size', 'x.avif', picture('lake.avif').subarray(0, 60), /size|early/],
    [
      'an SVG with entities',
      'x.svg',
      '<?xml version="1.0"?>\n<!DOCTYPE svg [\n<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<svg>&b;</svg>',
      /declares entities/,
    ],
    ['an SVG whose tag never ends', 'x.svg', `<svg width="${'1'.repeat(100_000)}`, /no end/],
    ['an SVG that is none', 'x.svg', '<html><body/></html>', /no picture|no SVG/],
    ['a page that is called SVG', 'x.svg', '<!doctype html><html/>', /no SVG picture/],
  ])('%s', async (_, name, content, message) => {
    const assets = await read({ [`p/${name}`]: content, 'p/good.gif': picture('plain.gif') })
    expect(itemsOf(assets).map(({ identity }) => identity)).toContain('good.gif')
    expect(assets.findings).toHaveLength(1)
    const [found] = assets.findings
    expect(found).toMatchObject({ level: 'warning', expected: expect.any(String), next: expect.any(String) })
    expect(found?.place.file).toMatch(new RegExp(`^p/${name}`))
    expect(found?.message).toMatch(message)
  })

  it('EXIF that would fill the memory is left out, quickly', async () => {
    const assets = await read({ 'p/x.jpg': bomb() })
    expect(told(assets)).toEqual([])
    expect(itemsOf(assets)[0]?.image).toMatchObject({ width: 60, height: 40, exif: null })
  })

  it.each<[string, string]>([
    ['a script', '<svg width="1" height="1"><script>alert(1)</script></svg>'],
    ['a listener', '<svg width="1" height="1" onload="x()"/>'],
    ['an address that runs', '<svg width="1" height="1"><a href="javascript:x()"/></svg>'],
    ['a script far behind', `<svg width="1" height="1">${' '.repeat(200_000)}<script/></svg>`],
  ])('an SVG with %s is told, and read for its size all the same', async (_, svg) => {
    for (const content of [svg, Buffer.from(`\ufeff${svg}`, 'utf16le')]) {
      const assets = await read({ 'p/x.svg': content })
      expect(assets.findings.map(({ code }) => code)).toEqual(['svg-active'])
      expect(itemsOf(assets)[0]?.image).toMatchObject({ width: 1, height: 1 })
    }
  })
})
