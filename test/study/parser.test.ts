import { describe, expect, it } from 'vitest'
import { loadParser } from '../../src/catalog/parser.ts'

describe('parser: gives trees, never throws', () => {
  it('reads one expression, and nothing but one', async () => {
    const parser = await loadParser()
    expect(parser.expression('a > 0')).toHaveProperty('A_Expr')
    expect(parser.expression('a > 0 -- said in passing')).toHaveProperty('A_Expr')
    for (const text of ['', 'a >', '1), (2', '1; select 2', 'a b c', "'open"])
      expect(parser.expression(text)).toBeNull()
  })

  it('reads statements', async () => {
    const parser = await loadParser()
    expect(parser.statements('select 1; select 2')).toHaveLength(2)
    expect(parser.statements('selec 1')).toBeNull()
  })

  it('reads plpgsql, and lets alone what would end the parser', async () => {
    const parser = await loadParser()
    const head = 'create function f() returns trigger'
    expect(parser.plpgsql(`${head} language plpgsql as $$ begin return new; end $$`)).toHaveProperty('plpgsql_funcs')
    expect(parser.plpgsql(`${head} language plpgsql as $$ begin return $$`)).toBeNull()
    expect(parser.plpgsql('create function f() returns int language sql as $$ select 1 $$')).toBeNull()
    expect(parser.plpgsql('create function f() returns int language sql begin atomic select 1; end')).toBeNull()
    expect(parser.plpgsql('create function f() returns int language sql return 1')).toBeNull()
    expect(parser.plpgsql('select 1')).toBeNull()
    expect(parser.plpgsql('nonsense')).toBeNull()
    // It still works afterwards.
    expect(parser.expression('a > 0')).toHaveProperty('A_Expr')
  })
})
