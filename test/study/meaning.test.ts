import { describe, expect, it } from 'vitest'
import { meaningsOf } from '../../src/study/meaning/meaning-of.ts'
import { commerce } from './meaning-cases/commerce.ts'
import { content } from './meaning-cases/content.ts'
import { people } from './meaning-cases/people.ts'
import { readTable } from './meaning-cases/read-cases.ts'
import { software } from './meaning-cases/software.ts'

const tables = [...commerce, ...content, ...people, ...software].map(readTable)

describe('the meaning of columns', () => {
  for (const { relation, facts, cases } of tables) {
    const meanings = meaningsOf(relation, facts)
    for (const { column, expected } of cases) {
      it(`${relation.name}.${column} ${relation.columns.find((one) => one.name === column)?.typeName} is ${expected?.shape ?? 'left to its type'}`, () => {
        if (expected === null) expect(meanings[column]).toBeNull()
        else expect(meanings[column]).toMatchObject(expected)
      })
    }
  }

  it('gives every column of the facts an entry, and says where it read the meaning', () => {
    for (const { relation, facts } of tables) {
      const meanings = meaningsOf(relation, facts)
      expect(Object.keys(meanings)).toEqual(relation.columns.map((column) => column.name))
      for (const meaning of Object.values(meanings)) {
        if (meaning !== null) expect(['name', 'name and table', 'name and type', 'comment']).toContain(meaning.evidence)
        if (meaning?.of !== undefined) expect(Object.keys(meanings)).toContain(meaning.of)
      }
    }
  })

  it('never gives a time, a flag or a number the meaning of a text', () => {
    const fits: Readonly<Record<string, RegExp>> = {
      bool: /^flag$/,
      date: /^(created|updated|deleted|started|ended|happened|due|person\.birthdate)$/,
      timestamptz: /^(created|updated|deleted|started|ended|happened|due)$/,
      time: /^time$/,
      int4: /^(amount|counter|position|integer|file\.size)$/,
      numeric: /^(amount|decimal|file\.size|place\.(latitude|longitude))$/,
      jsonb: /^json$/,
      bytea: /^$/,
      uuid: /^$/,
    }
    for (const base of Object.keys(fits)) {
      for (const { relation, facts } of tables) {
        const turned = Object.fromEntries(
          Object.keys(facts).map((name) => [name, { base, isArray: false, domain: { notNull: false } }]),
        )
        for (const [name, meaning] of Object.entries(meaningsOf(relation, turned)))
          if (meaning !== null)
            expect(`${name}: ${meaning.shape}`).toMatch(
              new RegExp(`: (${fits[base]!.source.replace(/^\^|\$$/g, '')})$`),
            )
      }
    }
  })

  it('tells two phones of one row apart, and keeps the names of one person together', () => {
    const { relation, facts } = readTable(`users
first_name text -> ?
email text -> ?
phone text -> ?
mobile text -> ?`)
    const meanings = meaningsOf(relation, facts)
    expect(new Set(['first_name', 'email', 'phone'].map((name) => meanings[name]?.entity))).toEqual(new Set(['person']))
    expect(meanings.mobile?.entity).not.toBe('person')
  })

  it('reads odd names', () => {
    const { relation, facts } = readTable(
      '"Weird Table"\n__proto__ text -> ?\n"E-Mail Adresse" text -> ?\nconstructor text -> ?\n"!!!" text -> ?',
    )
    const meanings = meaningsOf(relation, facts)
    expect(meanings.constructor).toBeNull()
    expect(meanings['!!!']).toBeNull()
  })
})
