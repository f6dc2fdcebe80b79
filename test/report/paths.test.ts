import { expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory, verifyStory } from '../support/story.ts'

const GIVEN = `
  create table accounts (id int primary key); create table users (id int primary key);
  create table account_members (account_id int not null references accounts, user_id int not null references users, primary key (account_id, user_id));
  create table posts (id int primary key, account_id int not null references accounts);
  create table "com.ments %" (id int primary key, account_id int not null references accounts, post_id int not null references posts, author_id int references users);`

test('verify counts rows whose paths disagree, and people who are no members', async () => {
  const { db, raw, drop } = await freshDatabase('pg17', GIVEN)
  try {
    const root = projectFolder()
    const asking = { rows: 20, tables: { account_members: 60 } }
    await seedStory(db, asking, root)
    const check = async () => {
      const report = await verifyStory(db, asking, root)
      const found = report.findings.filter(({ code }) => code === 'paths-differ')
      return { check: report.checks.find(({ name }) => name === 'paths'), found: found.map(({ message }) => message) }
    }
    expect(await check()).toEqual({
      check: { name: 'paths', result: 'passed', detail: '2 pairs of paths, no row across' },
      found: [],
    })
    await raw(`update "com.ments %" set account_id = (account_id % 20) + 1 where id in (3, 4)`)
    const broken = await check()
    expect(broken.check).toMatchObject({ result: 'failed', detail: 'rows across by 2 of 2 pairs of paths' })
    expect(broken.found).toEqual([
      '2 rows of "com.ments %" reach one ancestor by two paths that do not agree.',
      expect.stringMatching(/^[12] rows? of "com\.ments %" names? somebody who is no member \(account_members\)\.$/),
    ])
    await raw(`update "com.ments %" c set account_id = p.account_id from posts p where p.id = c.post_id`)
    await raw(
      `update "com.ments %" c set author_id = (select id from users u where not exists (select from account_members m where m.account_id = c.account_id and m.user_id = u.id) limit 1)
       where exists (select from account_members m where m.account_id = c.account_id)`,
    )
    expect((await check()).check).toMatchObject({ result: 'failed' })
  } finally {
    await drop()
  }
})
