import http from 'node:http'

/** Sender posts prepared bodies over one kept-open connection, one after the other. */
export interface Sender {
  /** Posts a body; waits out a 429 and throws at any other answer than 202. */
  readonly send: (body: Buffer) => Promise<void>
  readonly close: () => void
}

/** openSender opens a sender to the readings door with a key. */
export function openSender(address: string, key: string): Sender {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const url = new URL('/api/v1/readings', address)
  const post = (body: Buffer): Promise<{ status: number; retryAfter: number; text: string }> =>
    new Promise((resolve, reject) => {
      const request = http.request(
        url,
        { method: 'POST', agent, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': body.length } },
        (response) => {
          let text = ''
          response.on('data', (part: Buffer) => (text += part.toString()))
          response.on('end', () => { resolve({ status: response.statusCode ?? 0, retryAfter: Number(response.headers['retry-after'] ?? 1), text }) })
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  return {
    send: async (body) => {
      for (;;) {
        const answer = await post(body)
        if (answer.status === 202) return
        if (answer.status !== 429) throw new Error(`the door answered ${answer.status}: ${answer.text.slice(0, 500)}`)
        await new Promise((resolve) => setTimeout(resolve, answer.retryAfter * 1000))
      }
    },
    close: () => { agent.destroy() },
  }
}
