#!/usr/bin/env node
import { runCommandLine } from './command-line.ts'
import { processTerminal } from './terminal.ts'

// Whoever reads our output may stop reading (`| head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

runCommandLine(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code
})
