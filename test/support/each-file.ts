import { afterAll } from 'vitest'
import { endFile } from './file-end.ts'

// Vitest runs this anew for each file, also in a worker that has run others.
afterAll(endFile)
