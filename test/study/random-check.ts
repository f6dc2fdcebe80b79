import fc from 'fast-check'

/** Columns of the tables that random checks speak of. */
const COLUMNS = 'b int, c int, t varchar(9), d date, e date, p boolean'

const number = fc.constantFrom('a', 'b', 'c')
const small = fc.integer({ min: -20, max: 20 })
const text = fc.constantFrom('s', 't')
const date = fc.constantFrom('d', 'e')
const comparison = fc.constantFrom('=', '<>', '<', '<=', '>', '>=')
const word = fc.constantFrom('x', 'y', 'zed', '', 'Abc', 'long word')
const quoted = (words: readonly string[]) => words.map((one) => `'${one}'`).join(', ')

/** A template over generators: `of('(# + #)', number, small)`. */
function of(template: string, ...parts: readonly fc.Arbitrary<string | number>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((values) => {
    let at = 0
    return template.replace(/#/g, () => String(values[at++]))
  })
}

const numbers = fc.oneof(
  number,
  of('(# + #)', number, small),
  of('(# * #)', number, fc.integer({ min: 1, max: 5 })),
  of('coalesce(#, #)', number, small),
  of('abs(#)', number),
  of('(# + #)', number, number),
  of('(# - #)', number, number),
  of('greatest(#, #)', number, number),
  of('least(#, #)', number, small),
  of('nullif(#, #)', number, small),
  of('(-#)', number),
  of('(case when # > # then 1 else 0 end)', number, small),
)

const texts = fc.oneof(
  text,
  ...['lower(#)', 'upper(#)', 'btrim(#)', "coalesce(#, 'x')", "nullif(#, '')", 'left(#, 2)'].map((call) =>
    of(call, text),
  ),
)

const atom = fc.oneof(
  of('# # #', numbers, comparison, small),
  of('# # #', numbers, comparison, number),
  of('# between # and #', number, fc.integer({ min: -20, max: 0 }), fc.integer({ min: 0, max: 20 })),
  of('# #in (#)', number, fc.constantFrom('', 'not '), fc.array(small, { minLength: 1, maxLength: 4 }).map(String)),
  of('# % # = #', number, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 3 })),
  of('# is #null', fc.oneof(number, text, date, fc.constant('p')), fc.constantFrom('', 'not ')),
  of("# # '#'", texts, fc.constantFrom('=', '<>'), word),
  of('char_length(#) # #', texts, comparison, fc.integer({ min: 0, max: 6 })),
  of(
    '# #',
    texts,
    fc.constantFrom("~ '^[a-z]+$'", "!~ 'x'", "like 'x%'", "ilike '%Z%'", "~* '^(x|y)'", "similar to '(x|y)%'"),
  ),
  of('# in (#)', text, fc.array(word, { minLength: 1, maxLength: 3 }).map(quoted)),
  of(
    '# # #',
    date,
    fc.constantFrom('<', '<=', '>', '>='),
    fc.constantFrom(
      "'2020-01-01'",
      "'2024-02-29'",
      'current_date',
      "current_date - interval '1 month'",
      'current_date + 10',
    ),
  ),
  of('# # #', date, fc.constantFrom('<', '<=', '>', '>=', '<>'), date),
  of('# - # <= #', date, date, fc.integer({ min: -5, max: 40 })),
  fc.constantFrom('p', 'not p', 'p is true', 'p is not true', 'p is not false'),
  fc.constantFrom(
    'num_nonnulls(a, s, d) = 1',
    'num_nonnulls(a, b) >= 1',
    'num_nulls(a, b, c) <= 1',
    '(a is null) = (b is null)',
  ),
  fc.constantFrom('(s is null) <> (t is null)', "(s = 'x') = (d is not null)", 'p = (d is null)', '(a > 3) = (b > 3)'),
  fc.constantFrom(
    'a is distinct from b',
    'a is distinct from 3',
    "s is not distinct from 'x'",
    '(p is true) <> (a > 0)',
  ),
)

/** A random expression of the kinds that checks are made of, three levels deep. */
const randomCheck: fc.Arbitrary<string> = fc.letrec<{ check: string }>((tie) => ({
  check: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    atom,
    of('(# # #)', tie('check'), fc.constantFrom('and', 'or'), tie('check')),
    of('(not #)', tie('check')),
    of('(case when # then # else # end)', tie('check'), tie('check'), tie('check')),
    of('((#) #)', tie('check'), fc.constantFrom('is true', 'is not false', 'is not true')),
  ),
})).check

/** A table: its checks, and which of two columns are NOT NULL. */
export const randomTable = fc
  .tuple(fc.array(randomCheck, { minLength: 1, maxLength: 2 }), fc.boolean(), fc.boolean())
  .map(([checks, a, s]) => ({
    checks,
    columns: `a int${a ? ' not null' : ''}, s text${s ? ' not null' : ''}, ${COLUMNS}`,
  }))
