import type { Recipe } from '../../model/recipe.ts'
import { draw } from './draw.ts'

const several = (make: (n: number) => string): Recipe => ({
  kind: 'pick',
  values: Array.from({ length: 200 }, (_, n) => make(n)),
})

const pick = (...values: string[]): Recipe => ({ kind: 'pick', values })

const digits = (length: number): Recipe => draw('text.code', { alphabet: '123456789', length })

/** Types that only a catalog, a search or an extension uses: names that every server knows, and texts that the type reads. */
const VALUES: Readonly<Record<string, Recipe>> = {
  regclass: pick('pg_class', 'pg_type', 'pg_proc', 'pg_attribute', 'pg_index', 'pg_namespace', 'pg_constraint'),
  regtype: pick('integer', 'bigint', 'text', 'boolean', 'uuid', 'date', 'numeric', 'jsonb'),
  regproc: pick('now', 'version', 'pg_typeof', 'pg_backend_pid'),
  regprocedure: pick('now()', 'version()', 'lower(text)', 'upper(text)', 'length(text)'),
  regoper: pick('pg_catalog.||/', 'pg_catalog.|/'),
  regoperator: pick('+(integer,integer)', '-(integer,integer)', '=(text,text)'),
  regnamespace: pick('pg_catalog', 'information_schema'),
  regrole: pick('pg_monitor', 'pg_read_all_data', 'pg_write_all_data', 'pg_signal_backend'),
  regconfig: pick('simple', 'english', 'german', 'french', 'spanish'),
  regdictionary: pick('simple', 'english_stem', 'german_stem'),
  regcollation: pick('"C"', '"POSIX"'),
  xid: digits(6),
  xid8: digits(8),
  cid: digits(3),
  tid: several((n) => `(${Math.floor(n / 50)},${(n % 50) + 1})`),
  txid_snapshot: several((n) => `${1000 + 10 * n}:${1008 + 10 * n}:${1001 + 10 * n},${1004 + 10 * n}`),
  pg_snapshot: several((n) => `${1000 + 10 * n}:${1008 + 10 * n}:${1001 + 10 * n},${1004 + 10 * n}`),
  oidvector: several((n) => `${n + 1} ${n + 2}`),
  int2vector: several((n) => `${n + 1} ${n + 2}`),
  refcursor: draw('text.words', { maxLength: 60 }),
  jsonpath: pick('$', '$.name', '$.items[*].price', '$.tags[0]', '$.address.city', '$.items[*] ? (@.price > 10)'),
  cube: several((n) => `(${n % 20}, ${(n * 7) % 20}, ${Math.floor(n / 2)})`),
  seg: several((n) => `${n} .. ${n + 1 + (n % 5)}`),
  lquery: pick('*', 'top.*', '*.news.*', 'top.*{1,2}', '*.sport|music'),
  ltxtquery: pick('news', 'news & sport', 'music | art', 'top & !archive'),
  query_int: pick('1', '1&2', '1|3', '(1|2)&5'),
  ean13: draw('product.ean', {}),
  isbn: draw('product.isbn', {}),
  isbn13: draw('product.isbn', {}),
  issn: pick('0378-5955', '1436-4522', '2049-3630', '0317-8471'),
  issn13: pick('977-0378595003'),
  upc: pick('036000291452', '012345678905', '042100005264'),
}

/** A recipe for a type that is known by such values only; null for others. */
export const systemValues = (base: string): Recipe | null =>
  Object.hasOwn(VALUES, base) ? (VALUES[base] ?? null) : null
