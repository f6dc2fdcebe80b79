import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

/** The path of a Chromium on this machine, or null: from the environment, on PATH, or where installers put it. */
export function findBrowser(): string | null {
  const { CHROME_PATH, PUPPETEER_EXECUTABLE_PATH, PATH = '', ProgramFiles, LOCALAPPDATA } = process.env
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const places = [
    CHROME_PATH,
    PUPPETEER_EXECUTABLE_PATH,
    ...PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, `${name}${suffix}`))),
    ...['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    ]),
    ...[ProgramFiles, `${ProgramFiles} (x86)`, LOCALAPPDATA].flatMap((folder) => [
      join(folder ?? '', 'Google/Chrome/Application/chrome.exe'),
      join(folder ?? '', 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ]
  return places.find((path) => path !== undefined && existsSync(path)) ?? null
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--remote-debugging-pipe',
]

type Result = Record<string, unknown>
type Message = {
  id?: number
  method?: string
  params?: Result
  result?: Result
  error?: { message: string }
  sessionId?: string
}

/** A page of a browser, spoken to in the DevTools protocol. */
export interface BrowserPage {
  send(method: string, params?: Result): Promise<Result>
  /** Opens an address and waits until it is loaded. */
  open(url: string): Promise<void>
  /** The value of an expression in the page; promises are waited for. */
  evaluate<Value>(expression: string): Promise<Value>
  /** Everything that the page complained of: errors, warnings, what the content policy refused, requests beyond the file itself. */
  readonly complaints: string[]
}

export interface Browser {
  page(): Promise<BrowserPage>
  close(): Promise<void>
}

/** Starts a browser without a window. It speaks over two pipes, messages end with a NUL. */
export function startBrowser(path: string): Browser {
  const folder = mkdtempSync(join(tmpdir(), 'supa-seed-browser-'))
  const child = spawn(path, [...FLAGS, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const talk = talkTo(child)
  return {
    page: () => newPage(talk),
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      await talk.send('Browser.close', {}).catch(() => child.kill('SIGKILL'))
      await gone
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

interface Talk {
  send(method: string, params: Result, sessionId?: string): Promise<Result>
  on(sessionId: string, listen: (method: string, params: Result) => void): void
}

function talkTo(child: ChildProcess): Talk {
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, (method: string, params: Result) => void>()
  let last = 0
  let rest = ''
  const give = (message: Message): void => {
    if (message.id === undefined) {
      listeners.get(message.sessionId ?? '')?.(message.method ?? '', message.params ?? {})
      return
    }
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) one?.resolve(message.result ?? {})
    else one?.reject(new Error(message.error.message))
  }
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = `${rest}${text}`.split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) give(JSON.parse(message) as Message)
  })
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  child.once('error', fail)
  child.once('exit', () => fail(new Error('the browser ended')))
  input.on('error', () => undefined)
  return {
    on: (sessionId, listen) => void listeners.set(sessionId, listen),
    send: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`)
      }),
  }
}

async function newPage(talk: Talk): Promise<BrowserPage> {
  const { targetId } = await talk.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = (await talk.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  const complaints: string[] = []
  let loaded: () => void = () => undefined
  talk.on(sessionId, (method, params) => {
    if (method === 'Page.loadEventFired') loaded()
    const told = complaint(method, params)
    if (told !== null) complaints.push(told)
  })
  const send = (method: string, params: Result = {}): Promise<Result> => talk.send(method, params, sessionId)
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`)
  return {
    complaints,
    send,
    open: async (url) => {
      const done = new Promise<void>((resolve) => {
        loaded = resolve
      })
      await send('Page.navigate', { url })
      await done
    },
    evaluate: async <Value>(expression: string) => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
      })
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
      return (result as { value: Value }).value
    },
  }
}

function complaint(method: string, params: Result): string | null {
  const { entry, type, exceptionDetails, request } = params as {
    entry?: { level: string; text: string }
    type?: string
    exceptionDetails?: { text: string }
    request?: { url: string }
  }
  if (method === 'Log.entryAdded' && entry !== undefined) return `${entry.level}: ${entry.text}`
  if (method === 'Runtime.consoleAPICalled') return `console: ${type}`
  if (method === 'Runtime.exceptionThrown') return exceptionDetails?.text ?? 'exception'
  if (method === 'Network.requestWillBeSent' && !/^(file|about):/.test(request?.url ?? ''))
    return `requested ${request?.url}`
  return null
}
