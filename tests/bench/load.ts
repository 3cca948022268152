import http from 'node:http'

/** Sender posts prepared bodies over a fixed number of kept-open connections. */
export interface Sender {
  /** Posts every body; throws when an answer is anything but 202, after waiting out any 429. */
  readonly sendAll: (bodies: readonly Buffer[]) => Promise<void>
  readonly send: (body: Buffer) => Promise<void>
  readonly close: () => void
}

/** openSender opens a sender to the readings door with a key. */
export function openSender(address: string, key: string, connections: number): Sender {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const url = new URL('/api/v1/readings', address)
  const post = (body: Buffer): Promise<{ status: number; retryAfter: number; text: string }> =>
    new Promise((resolve, reject) => {
      const request = http.request(
        url,
        { method: 'POST', agent, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': body.length } },
        (response) => {
          let text = ''
          response.on('data', (part: Buffer) => (text += part.toString()))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, retryAfter: Number(response.headers['retry-after'] ?? 1), text }))
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  const send = async (body: Buffer): Promise<void> => {
    for (;;) {
      const answer = await post(body)
      if (answer.status === 202) return
      if (answer.status !== 429) throw new Error(`the door answered ${answer.status}: ${answer.text.slice(0, 500)}`)
      await new Promise((resolve) => setTimeout(resolve, answer.retryAfter * 1000))
    }
  }
  return {
    send,
    sendAll: async (bodies) => {
      let next = 0
      const lane = async (): Promise<void> => {
        for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await send(body)
      }
      await Promise.all(Array.from({ length: connections }, lane))
    },
    close: () => agent.destroy(),
  }
}
