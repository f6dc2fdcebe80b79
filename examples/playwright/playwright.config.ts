import { defineConfig } from '@playwright/test'

export default defineConfig({
  globalSetup: './global-setup.ts',
  use: { baseURL: process.env.APP_URL ?? 'http://127.0.0.1:3000' },
})
