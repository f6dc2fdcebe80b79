import { expect, test } from 'vitest'
import { findApi } from '../../src/database/api/find-api.ts'
import type { Address } from '../../src/model/database.ts'
import { project } from './project.ts'

const LOCAL = {
  kind: 'postgres',
  local: true,
  host: '127.0.0.1',
  port: 54322,
  user: 'postgres',
  database: 'postgres',
} as Address

test('the API of the local stack is where config.toml has it, also by a variable', () => {
  const { folder, write } = project({ 'config.toml': '[api]\nport = 55421\n' })
  const find = (env = {}) => findApi({ where: { starts: [folder], cwd: folder }, env, allowed: [] }, LOCAL).url
  expect(find()).toBe('http://127.0.0.1:55421')
  write({ 'config.toml': '[api]\nport = "env(API_PORT)"\n', '.env': 'API_PORT=55422\n' })
  expect(find()).toBe('http://127.0.0.1:55422')
  expect(find({ API_PORT: '55423' })).toBe('http://127.0.0.1:55423')
  write({ 'config.toml': '[api]\nport = 0\n' })
  expect(() => find()).toThrow(expect.objectContaining({ code: 'config-toml-unusable' }))
})
