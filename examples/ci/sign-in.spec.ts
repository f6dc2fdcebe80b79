import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

/** What `supa-seed seed --json` wrote: who can sign in. */
const { signIns } = JSON.parse(readFileSync(process.env.SEEDED ?? 'seeded.json', 'utf8')) as {
  signIns: { email: string; password: string }[]
}

test('a seeded user signs in', async ({ page }) => {
  const [user] = signIns
  if (user === undefined) throw new Error('Nobody was seeded')
  await page.goto('/auth/sign-in')
  await page.getByLabel('Email').fill(user.email)
  await page.getByLabel('Password').fill(user.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/home/)
})
