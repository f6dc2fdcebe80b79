import { mkdirSync, writeFileSync } from 'node:fs'
import { handles, signedInState } from 'supa-seed/test'
import config from './supa-seed.config.ts'

const { APP_URL: app = 'http://127.0.0.1:3000', SUPABASE_URL: url = 'http://127.0.0.1:54321', SUPABASE_ANON_KEY: anonKey = '' } = process.env

/** Signs alice in once; tests begin with what her browser holds then. */
export default async function globalSetup(): Promise<void> {
  const state = await signedInState({ url, anonKey, app, user: handles(config).alice })
  mkdirSync('.auth', { recursive: true })
  writeFileSync('.auth/alice.json', JSON.stringify(state))
}
