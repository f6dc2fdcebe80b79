import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { probeDraws } from '../../src/values/shapes/pattern/probe-draws.ts'
import { cut } from '../../src/values/shapes/text/cut.ts'
import { phrases, withArticle } from '../../src/values/shapes/text/phrases.ts'
import { slugify } from '../../src/values/shapes/text/slugify.ts'
import { toAscii } from '../../src/values/shapes/text/to-ascii.ts'
import { expand } from '../../src/values/words/expand.ts'
import { gerund } from '../../src/values/words/topic.ts'

describe('cutting a text', () => {
  test.each([
    ['Ten ways to plan a garden', 100, 'Ten ways to plan a garden'],
    ['Ten ways to plan a garden', 20, 'Ten ways to plan'],
    ['Ten ways to plan a garden', 17, 'Ten ways to plan'],
    ['Honey, wax and pollen', 7, 'Honey'],
    ['Donaudampfschifffahrt', 8, 'Donaudam'],
    ['early-harbor-lantern', 13, 'early-harbor'],
    ['🚲🚲🚲🚲', 3, '🚲🚲🚲'],
  ])('%s to %d characters is %s', (text, max, expected) => {
    expect(cut(text, max)).toBe(expected)
  })

  test('keeps the lengths and leaves nothing broken', () => {
    const words = fc
      .array(fc.constantFrom('the', 'garden', 'a', '🚲', 'Zoë,', '(old)', '-', 'of', 'lighthouse'), {
        minLength: 1,
        maxLength: 20,
      })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 60 }), fc.nat({ max: 60 }), (text, max, least) => {
        const min = Math.min(least, max, [...text].length)
        const short = cut(text, max, min)
        expect([...short].length).toBeLessThanOrEqual(max)
        expect([...short].length).toBeGreaterThanOrEqual(min)
        if (text !== short) expect(short).not.toMatch(/\s$|\p{Surrogate}/u)
      }),
    )
  })
})

test.each([
  ['Crème brûlée, again!', 'creme-brulee-again'],
  ["Don't stop", 'dont-stop'],
  ['  Über -- Größe 7 ', 'ueber-groesse-7'],
  ['Smørrebrød & Åse', 'smorrebrod-ase'],
  ['日本', ''],
])('%s as a slug is %s', (text, expected) => {
  expect(slugify(text)).toBe(expected)
})

test('text in ASCII is ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...toAscii(text)].every((letter) => letter < '\u0080')).toBe(true)
    }),
  )
  expect(toAscii('Zoë Åkesson, José')).toBe('Zoe Akesson, Jose')
})

describe('phrases', () => {
  const lists = { animal: ['owl', 'fox'], n: ['two'] }

  test('fill gaps, with articles and capitals, and never twice with the same word', () => {
    const phrase = phrases(['{^a animal} and {a animal} met {n} {^things}.'], lists)
    for (let row = 0; row < 50; row++) {
      expect(phrase.render(probeDraws(row), 0, { things: ['friends'] })).toMatch(
        /^(?:An owl and a fox|A fox and an owl) met two Friends\.$/,
      )
    }
  })

  test.each([
    ['hour', 'an hour'],
    ['unit', 'a unit'],
    ['owl', 'an owl'],
    ['house', 'a house'],
    ['UX designer', 'a UX designer'],
    ['MVP', 'an MVP'],
  ])('%s is %s', (word, expected) => {
    expect(withArticle(word)).toBe(expected)
  })

  test.each([
    ['plan a trip', 'planning a trip'],
    ['bake bread', 'baking bread'],
    ['tie a knot', 'tying a knot'],
    ['see a city', 'seeing a city'],
    ['knit socks', 'knitting socks'],
  ])('%s becomes %s', (phrase, expected) => {
    expect(gerund(phrase)).toBe(expected)
  })

  test('are expanded in every way', () => {
    expect(expand(['a', '{x} {y}'], { x: ['1', '2'], y: ['3', '4'] })).toStrictEqual(['a', '1 3', '1 4', '2 3', '2 4'])
    expect(() => expand(['{z}'], {})).toThrow(/no list z/)
  })
})
