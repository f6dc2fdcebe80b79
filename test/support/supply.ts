import { connect } from 'node:net'
import { inject } from 'vitest'

const asked = new Map<string, Promise<string>>()

/** Asks the main process for something that is made once per run: the URL of a server, the path of the built CLI, or the folder of somebody who
 * installed the package. */
export function supply(name: 'pg15' | 'pg17' | 'pg18' | 'dist' | 'package'): Promise<string> {
  const made = asked.get(name) ?? ask(name)
  asked.set(name, made)
  return made
}

function ask(name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(inject('suppliesPort'), '127.0.0.1', () => socket.write(`${name}\n`))
    socket.on('error', reject)
    socket.on('data', (text) => {
      answer += text.toString('utf8')
    })
    socket.on('end', () => {
      const { value, error } = JSON.parse(answer) as { value?: string; error?: string }
      if (value === undefined) reject(new Error(error))
      else resolve(value)
    })
  })
}
