import { mkdirSync, writeFileSync } from 'node:fs'
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
