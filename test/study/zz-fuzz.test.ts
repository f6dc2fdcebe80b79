import fc from 'fast-check'
import { expect, it } from 'vitest'
import { studied } from './studied.ts'
import { refusal } from './check-case.ts'
import { sampleRows } from './sample-rows.ts'

const ints = ['a', 'b', 'c']
const num = fc.constantFrom(...ints)
const k = fc.integer({ min: -20, max: 20 })
const cmp = fc.constantFrom('=', '<>', '<', '<=', '>', '>=')
const word = fc.constantFrom('x', 'y', 'zed', '', 'Abc', 'long word')
const txt = fc.constantFrom('s', 't')
const inst = fc.constantFrom('d', 'e')
const day = fc.constantFrom("'2020-01-01'", "'2024-02-29'", 'current_date', "current_date - interval '1 month'", "current_date + 10")
const numExpr = fc.oneof(num, fc.tuple(num, k).map(([n, c]) => `(${n} + ${c})`), fc.tuple(num, fc.integer({ min: 1, max: 5 })).map(([n, c]) => `(${n} * ${c})`), fc.tuple(num, k).map(([n, c]) => `coalesce(${n}, ${c})`), num.map((n) => `abs(${n})`), fc.tuple(num, num).map(([x, y]) => `(${x} + ${y})`), fc.tuple(num, num).map(([x, y]) => `greatest(${x}, ${y})`), fc.tuple(num,k).map(([x, y]) => `least(${x}, ${y})`), fc.tuple(num,k).map(([x, y]) => `nullif(${x}, ${y})`),num.map((n) => `(-${n})`), fc.tuple(num, num).map(([x, y]) => `(${x} - ${y})`),fc.tuple(num, k).map(([x, y]) => `(case when ${x} > ${y} then 1 else 0 end)`))
const txtExpr = fc.oneof(txt, txt.map((t) => `lower(${t})`), txt.map((t) => `btrim(${t})`), txt.map((t) => `coalesce(${t}, 'x')`), txt.map((t) => `upper(${t})`), txt.map((t) => `nullif(${t}, '')`), txt.map((t)=>`left(${t}, 2)`))
const atom = fc.oneof(
  fc.tuple(numExpr, cmp, k).map((p) => p.join(' ')),
  fc.tuple(numExpr, cmp, num).map((p) => p.join(' ')),
  fc.tuple(num, k, k).map(([n, x, y]) => `${n} between ${Math.min(x, y)} and ${Math.max(x, y)}`),
  fc.tuple(num, fc.array(k, { minLength: 1, maxLength: 4 }), fc.boolean()).map(([n, l, not]) => `${n} ${not ? 'not ' : ''}in (${l.join(', ')})`),
  fc.tuple(num, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 3 })).map(([n, m, r]) => `${n} % ${m} = ${r}`),
  fc.tuple(fc.oneof(num, txt, inst, fc.constant('p')), fc.boolean()).map(([n, not]) => `${n} is ${not ? 'not ' : ''}null`),
  fc.tuple(txtExpr, fc.constantFrom('=', '<>'), word).map(([t, o, w]) => `${t} ${o} '${w}'`),
  fc.tuple(txtExpr, cmp, fc.integer({ min: 0, max: 6 })).map(([t, o, n]) => `char_length(${t}) ${o} ${n}`),
  fc.tuple(txtExpr, fc.constantFrom("~ '^[a-z]+$'", "!~ 'x'", "like 'x%'", "ilike '%Z%'", "~* '^(x|y)'", "similar to '(x|y)%'"), ).map((p) => p.join(' ')),
  fc.tuple(txt, fc.array(word, { minLength: 1, maxLength: 3 })).map(([t, l]) => `${t} in (${l.map((w) => `'${w}'`).join(', ')})`),
  fc.tuple(inst, fc.constantFrom('<', '<=', '>', '>='), day).map((p) => p.join(' ')),
  fc.tuple(inst, fc.constantFrom('<', '<=', '>', '>=', '<>'), inst).map((p) => p.join(' ')),
  fc.constantFrom('p', 'not p', 'p is true', 'p is not true', 'p is not false'),
  fc.constantFrom('num_nonnulls(a, s, d) = 1', 'num_nonnulls(a, b) >= 1', 'num_nulls(a, b, c) <= 1', '(a is null) = (b is null)', '(s is null) <> (t is null)', "(s = 'x') = (d is not null)", 'a is distinct from b', 'a is distinct from 3', "s is not distinct from 'x'", 'p = (d is null)', '(a > 3) = (b > 3)', "(p is true) <> (a > 0)"),
  fc.tuple(inst, inst, fc.integer({ min: -5, max: 40 })).map(([x, y, n]) => `${x} - ${y} <= ${n}`),
)
const expr = fc.letrec<{ e: string }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    atom,
    fc.tuple(tie('e'), tie('e')).map(([x, y]) => `(${x} and ${y})`),
    fc.tuple(tie('e'), tie('e')).map(([x, y]) => `(${x} or ${y})`),
    tie('e').map((x) => `(not ${x})`),
    fc.tuple(tie('e'), tie('e'), tie('e')).map(([x, y, z]) => `(case when ${x} then ${y} else ${z} end)`),
    fc.tuple(tie('e'), fc.constantFrom('is true', 'is not false', 'is not true')).map(([x, y]) => `((${x}) ${y})`),
  ),
})).e

const COUNT = Number(process.env.COUNT ?? 400)
it('fuzz', async () => {
  const seed = Number(process.env.SEED ?? 1)
  const exprs = fc.sample(fc.tuple(fc.array(expr, { minLength: 1, maxLength: 2 }), fc.boolean(), fc.boolean()), { numRuns: COUNT, seed })
  const all = await studied(exprs.map(([es, na, ns], i) => `create table t${i} (a int${na ? ' not null' : ''}, b int, c int, s text${ns ? ' not null' : ''}, t varchar(9), d date, e date, p boolean, ${es.map((e) => `check (${e})`).join(', ')});`).join('\n'))
  let unsolved = 0, impossible = 0, bad = 0, narrowed = 0, nosample = 0
  for (const [i, [es, na, ns]] of exprs.entries()) {
    const table = all.study.tables[`t${i}`]!
    const f = all.study.findings.filter((x) => x.place.table === `t${i}`)
    if (f.some((x) => x.code === 'check-impossible')) {
      impossible++
      // a brute search
      const r = await all.database.raw<{ n: number }>(`with v as (select * from unnest(array[null,-25,-21,-20,-5,-1,0,1,2,3,4,5,10,20,21,25]) a(a)), w as (select * from unnest(array[null,'','x','y','zed','Abc','long word','  ','ab','X']) s(s)), dd as (select * from unnest(array[null, date '1990-01-01', '2020-01-01', '2024-02-29', current_date - 31, current_date, current_date+10, current_date+100]) d(d))
       select count(*)::int n from (select v.a, b.a b, w.s, t.s::varchar(9) t, dd.d, c.a c, e.d e, p.p from v, v b, (select * from v order by random() limit 4) c, w, (select * from w order by random() limit 5) t, (select * from dd order by random() limit 4) dd, (select * from dd order by random() limit 3) e, unnest(array[null,true,false]) p(p)) q where ${na ? 'a is not null and' : ''} ${ns ? 's is not null and' : ''} ${es.map((e) => `((${e}) is not false)`).join(' and ')}`).catch((e) => [{ n: -1 }])
      if (r[0]!.n > 0) { bad++; console.log('NOT IMPOSSIBLE', es, na, ns) }
      continue
    }
    if (table.unsolved.length) { unsolved++; if (process.env.SHOW) console.log('unsolved', es.join(' ;; ')); continue }
    if (f.length) narrowed++
    try {
      const r = await refusal(all.database, table, Object.keys(table.columns), 60)
      if (r) { bad++; console.log('BAD', es, na, ns, '\n   ', r, '\n', JSON.stringify(table.rules), Object.values(table.columns).map((c) => c.name + JSON.stringify(c.domain)).join(' ')) }
    } catch (e) { nosample++; console.log('NOSAMPLE', es, na, ns, (e as Error).message.slice(0, 300)) }
  }
  console.log({ COUNT, unsolved, impossible, bad, narrowed, nosample })
}, 600000)
