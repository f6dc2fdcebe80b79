import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const PARAGRAPH =
  'Eighteen pounds is a good place to start, and you may go lower where the sand is soft. Write down **what** you did, with [a link](https://example.com/a).\n\n'
const FOLDERS = 20

/** So many markdown files of one to two kilobytes, with eight lines of front matter. */
export const writeMarkdown = (root, count) =>
  writeAll(root, count, 'md', (i) => {
    const front = [
      `title: Post number ${i}, a story`,
      `slug: post-${i}`,
      `date: 2025-0${1 + (i % 9)}-1${i % 10}`,
      'author: ann@example.com',
      'category: van-life',
      `tags: [sand, tyres, t${i % 7}]`,
      'draft: false',
      `summary: "What we did: on day ${i}"`,
    ]
    return `---\n${front.join('\n')}\n---\n\n# Post ${i}\n\n${PARAGRAPH.repeat(8 + (i % 8))}`
  })

/** So many JSON files of about half a kilobyte, an object each. */
export const writeJson = (root, count) =>
  writeAll(root, count, 'json', (i) =>
    JSON.stringify({
      id: `item-${i}`,
      name: `Item ${i}`,
      price: i / 10,
      tags: ['a', 'b'],
      specs: { litres: i, weight: 1.5 },
      description: PARAGRAPH.repeat(3),
    }),
  )

/** A CSV of so many megabytes, a tenth of its lines with quotes; gives the number of its records. */
export function writeCsv(path, megabytes) {
  const file = openSync(path, 'w')
  let lines = 'sku,name,brand,price,added,note\n'
  let [size, count] = [0, 0]
  while (size < megabytes * 1e6) {
    const i = ++count
    const name = i % 10 === 0 ? `"Tent ""${i}"", two"` : `Tent ${i}`
    lines += `SKU-${String(i).padStart(9, '0')},${name},Maker ${i % 500},${(i % 9000) / 100},2024-0${1 + (i % 9)}-1${i % 10},A note on the tent of number ${i} that goes on for a while\n`
    if (lines.length < 1e6) continue
    size += lines.length
    writeSync(file, lines)
    lines = ''
  }
  writeSync(file, lines)
  closeSync(file)
  return count
}

function writeAll(root, count, extension, contentOf) {
  const files = []
  for (let i = 0; i < count; i++) {
    const folder = join(root, `part-${i % FOLDERS}`)
    if (i < FOLDERS) mkdirSync(folder, { recursive: true })
    const file = join(folder, `item-${i}.${extension}`)
    writeFileSync(file, contentOf(i))
    files.push(file)
  }
  return files
}
