import type { Asset } from './assets.ts'

/** What stands for an item in a row that holds none: it says nothing, and what is drawn for it hangs on the row. */
export const madeItem = (row: number): Asset => ({
  identity: `row ${row}`,
  digest: '',
  file: { name: '', stem: '', extension: '', path: '', size: 0, type: '' },
  place: `row ${row}`,
  frontmatter: null,
  body: null,
  json: null,
  csv: null,
  image: null,
})
