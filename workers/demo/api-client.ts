import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import * as z from 'zod'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { log } from '#server/platform/log.ts'
import { pause } from '../connectors/batcher.ts'

/** Answer is what the server said. */
interface Answer {
  readonly status: number
  readonly retryAfterMs: number | null
  readonly body: string
}

/** SentReading is one reading as the machine door takes it: ts in epoch ms. */
export interface SentReading {
  readonly point: string
  readonly ts: number
  readonly value: number
  readonly unit: string
}

/** SentBatch is what is sent at once; boot and seq name it. */
export interface SentBatch {
  readonly boot: string
  readonly seq: number
  readonly readings: readonly SentReading[]
}

const TIMEOUT_MS = 30 * SECOND_MS
const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 15 * SECOND_MS

/** ask sends one request to this machine's own Millwright; its certificate need not be trusted here. Rejects when nobody answers. */
function ask(url: string, options: { readonly key?: string; readonly body?: string } = {}): Promise<Answer> {
  const { key, body } = options
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest
    const request = send(url, {
      method: body === undefined ? 'GET' : 'POST',
      timeout: TIMEOUT_MS,
      rejectUnauthorized: false,
      headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (bytes: Buffer) => parts.push(bytes))
      response.on('error', reject)
      response.on('end', () => {
        const seconds = Number(response.headers['retry-after'])
        resolve({ status: response.statusCode ?? 0, retryAfterMs: Number.isFinite(seconds) ? seconds * SECOND_MS : null, body: Buffer.concat(parts).toString('utf8') })
      })
    })
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', reject)
    request.end(body)
  })
}

/** tryAsk is ask, with null instead of an error while the server does not answer: it may be starting. */
async function tryAsk(url: string, options: Parameters<typeof ask>[1] = {}): Promise<Answer | null> {
  try {
    return await ask(url, options)
  } catch (error) {
    log.debug({ error: String(error) }, 'demo player: the server does not answer')
    return null
  }
}

/**
 * postBatch sends a batch until it is accepted: it waits as long as the server asks (429, 503), and with back-off while nobody
 * answers. Boot and sequence name the batch, so that sending it twice stores it once. Throws when the server refuses it for good.
 */
export async function postBatch(baseUrl: string, key: string, batch: SentBatch, signal: AbortSignal): Promise<void> {
  const body = JSON.stringify(batch)
  for (let wait = FIRST_RETRY_MS; !signal.aborted; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
    const answer = await tryAsk(`${baseUrl}/api/v1/readings`, { key, body })
    if (answer?.status === 202) return
    if (answer && answer.status !== 429 && answer.status < 500) throw new Error(`The demo's readings were refused (${answer.status}): ${answer.body.slice(0, 500)}`)
    await pause(answer?.retryAfterMs ?? wait, signal)
  }
}

const orderList = z.object({
  items: z.array(z.object({ id: z.string(), number: z.string(), status: z.string(), assetTag: z.string(), siteId: z.string(), createdAt: z.string(), updatedAt: z.string() })),
})

/** DemoOrder is an order as the player's read key sees it. */
export type DemoOrder = z.infer<typeof orderList>['items'][number]

/** conditionOrders lists the newest orders that rules raised for a machine; empty while the server cannot say. */
export async function conditionOrders(baseUrl: string, key: string, assetTag: string): Promise<DemoOrder[]> {
  const answer = await tryAsk(`${baseUrl}/api/v1/work-orders?source=condition&limit=100`, { key })
  if (answer?.status !== 200) return []
  return orderList.parse(JSON.parse(answer.body)).items.filter((order) => order.assetTag === assetTag)
}

/** isReady tells whether the installation says that it is ready. */
export const isReady = async (baseUrl: string): Promise<boolean> => (await tryAsk(`${baseUrl}/api/health`))?.status === 200
