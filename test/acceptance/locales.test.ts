import { expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { freshDatabase } from '../support/database.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'

const DDL = `
create table profiles (
  id uuid primary key references auth.users on delete cascade,
  full_name text not null,
  email text not null unique,
  phone text,
  country_code char(2)
);
create table suppliers (
  id bigint generated always as identity primary key,
  contact_name text not null,
  city text not null,
  currency char(3) not null,
  currency_symbol text not null,
  created_at timestamptz not null default now()
);
create table offices (id bigint generated always as identity primary key, city text not null, country_code char(2) not null);
`
const config = {
  rows: 12,
  locale: { fr: 3, it: 1 },
  users: { count: 10, locale: ['de-DE', 'ja-JP'] },
  tables: { profiles: 10, suppliers: 20, offices: { count: 6, locale: 'pt-BR' } },
}

test('users, tables and shares have their languages, and keep them', async () => {
  const { db, drop } = await freshDatabase('pg17')
  try {
    await layBase(db)
    await db.execute(DDL)
    const root = projectFolder()
    const report = await seedStory(db, config, root)
    expect(report).toMatchObject({ ok: true, errors: [] })
    const told = report.notes.filter(({ code }) => code === 'locale-fallback').map(({ message }) => message)
    expect(told).toEqual([])
    const people = await db.query<{
      locale: string
      full_name: string
      email: string
      phone: string | null
      country_code: string | null
    }>(`select u.raw_user_meta_data ->> 'locale' as locale, p.* from profiles p join auth.users u using (id)`)
    expect(people.map(({ locale }) => locale).sort()).toEqual([...Array(5).fill('de-DE'), ...Array(5).fill('ja-JP')])
    for (const { locale, full_name, email, phone, country_code } of people) {
      expect(/[\u3040-\u9fff]/.test(full_name)).toBe(locale === 'ja-JP')
      expect(email).toMatch(/^[a-z0-9._-]+@example\./)
      if (phone !== null) expect(phone.startsWith(locale === 'ja-JP' ? '+81 000' : '+49 ')).toBe(true)
      if (country_code !== null) expect(country_code).toBe(locale.slice(3))
    }
    const [suppliers] = await db.query(
      `select count(*)::int4 as all, count(*) filter (where currency = 'EUR' and currency_symbol = '€')::int4 as euro,
        count(*) filter (where city in ('Roma', 'Milano', 'Torino', 'Bologna', 'Firenze', 'Napoli', 'Genova', 'Venezia', 'Verona', 'Bari', 'Palermo', 'Trieste'))::int4 as italian from suppliers`,
    )
    expect(suppliers).toEqual({ all: 20, euro: 20, italian: 5 })
    expect(await db.query('select distinct country_code from offices')).toEqual([{ country_code: 'BR' }])
    for (const folder of [root, projectFolder()]) {
      const again = await seedStory(db, config, folder)
      expect(again.tables.every(({ inserted, updated }) => inserted + updated === 0)).toBe(true)
      expect(again.warnings.map(({ code }) => code)).not.toContain('recipe-changed')
    }
    const changed = await planStory(db, { ...config, locale: 'nl' }, root)
    expect(changed.findings.filter(({ code }) => code === 'recipe-changed').map(({ place }) => place.table)).toEqual([
      'suppliers',
    ])
    await cleanupStory(db, config, root)
    expect(
      await db.query(
        'select (select count(*)::int4 from profiles) + (select count(*)::int4 from suppliers) + (select count(*)::int4 from auth.users) as n',
      ),
    ).toEqual([{ n: 0 }])
  } finally {
    await drop()
  }
})

test.each([['german'], [{}], [[]], [{ de: 0 }]])('no language: %j', async (locale) => {
  const { db, drop } = await freshDatabase('pg17')
  try {
    await expect(planStory(db, { locale }, projectFolder())).rejects.toMatchObject({
      code: 'config-invalid',
      exitCode: 2,
    })
  } finally {
    await drop()
  }
})
