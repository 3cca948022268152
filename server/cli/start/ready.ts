import http from 'node:http'
import https from 'node:https'
import { setTimeout as delay } from 'node:timers/promises'

/** What a page answered: its status and its text. */
interface Answer {
  readonly status: number
  readonly body: string
}

const TIMEOUT_MS = 5_000

/** Fetches an address of this machine, following redirects on it; a certificate of our own need not be trusted here. Null when nothing answers. */
function ask(address: string, redirects = 5): Promise<Answer | null> {
  const url = new URL(address)
  const client = url.protocol === 'https:' ? https : http
  return new Promise((resolve) => {
    const request = client.get(url, { rejectUnauthorized: false, timeout: TIMEOUT_MS, headers: { accept: 'text/html, application/json' } }, (response) => {
      const { statusCode: status = 0, headers } = response
      if (headers.location && status >= 300 && status < 400 && redirects > 0) {
        response.resume()
        resolve(ask(new URL(headers.location, url).href, redirects - 1))
        return
      }
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => { body += text })
      response.on('end', () => resolve({ status, body }))
      response.on('error', () => resolve(null))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(null))
  })
}

/** What stands in the way of "ready", in words; empty when the page is there. */
async function notReady(address: string): Promise<string> {
  const health = await ask(`${address}/api/health`)
  if (!health) return 'the web server does not answer yet'
  if (health.status !== 200) return `health says ${health.status}: ${health.body.slice(0, 500)}`
  const page = await ask(`${address}/sign-in`)
  return page?.status === 200 ? '' : `the sign-in page answers ${page?.status ?? 'nothing'}`
}

/** Progress is what the processes behind the page look like: `waiting` goes on, `hopeless` ends the wait; empty words mean neither. */
export interface Progress {
  readonly waiting: string
  readonly hopeless: string
}

/**
 * waitUntilReady waits until health is good, the sign-in page is there and every process runs.
 * Returns what is still missing at the deadline, or why there is no hope; empty when ready.
 */
export async function waitUntilReady(address: string, timeoutMs: number, progress: () => Progress): Promise<string> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const missing = (await notReady(address)) || progress().waiting
    if (!missing) return ''
    const { hopeless } = progress()
    if (hopeless) return hopeless
    if (Date.now() > deadline) return missing
    await delay(100)
  }
}
