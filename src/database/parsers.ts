import { parseArray } from './parse-array.ts'

export type Parser = (text: string) => unknown

const number: Parser = (text) => Number(text)
const json: Parser = (text) => JSON.parse(text)
const numbers: Parser = (text) => parseArray(text, Number)
const texts: Parser = (text) => parseArray(text, String)

/**
 * How the text of a value is read, by the oid of its type; a type that is not here stays the text that Postgres prints.
 * The oids are fixed in `pg_type.dat`. Both drivers use this one table, see `Queryable.query`.
 */
export const parsers: ReadonlyMap<number, Parser> = new Map([
  [16, (text) => text === 't'], // bool
  [21, number], // int2
  [23, number], // int4
  [701, number], // float8
  [114, json], // json
  [3802, json], // jsonb
  [1005, numbers], // int2[]
  [1007, numbers], // int4[]
  [1009, texts], // text[]
  [1015, texts], // varchar[]
  [1014, texts], // char(n)[]
  [1002, texts], // "char"[]
  [1003, texts], // name[]
])
