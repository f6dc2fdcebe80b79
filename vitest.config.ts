import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/each-file.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Starting a worker and reading all modules costs more than most files do.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
