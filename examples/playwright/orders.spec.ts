import { expect, test } from '@playwright/test'
import { handles } from 'supa-seed/test'
import config from './supa-seed.config.ts'

const h = handles(config)

test.use({ storageState: '.auth/alice.json' })

test('alice finds her order', async ({ page }) => {
  await page.goto('/orders')
  const row = page.getByRole('row').filter({ hasText: String(h.order1001.number) })
  await expect(row).toContainText(h.order1001.status)
  await row.getByRole('link').click()
  await expect(page).toHaveURL(`/orders/${h.order1001.id}`)
})
