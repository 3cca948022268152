import type { Door, Push, PushAnswer } from '../outbox/deps.ts'
import type { Pulled } from '../types.ts'
import type { Pull } from './pull.ts'

/** Refused is an answer of the server that it will not change its mind about by itself: the device is not known any more, or the person has left. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'Refused'
    this.status = status
  }
}

const PERMANENT = new Set([401, 403])

/** post sends JSON to one of the tablet's doors; throws 'Refused' where the device or the person is refused, and an Error where nobody was reached. */
export async function post<Result>(path: string, body: unknown, signal?: AbortSignal): Promise<Result> {
  const response = await fetch(`/api/tablet/${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), credentials: 'same-origin', cache: 'no-store', ...(signal ? { signal } : {}),
  })
  if (response.ok) return (response.status === 204 ? null : await response.json()) as Result
  // A proxy on the way may answer with a page.
  const told = response.headers.get('content-type')?.includes('json') ? ((await response.json()) as { detail?: string }) : {}
  const words = told.detail ?? `The server answered ${response.status}.`
  throw PERMANENT.has(response.status) ? new Refused(response.status, words) : new Error(words)
}

/** pullOverHttp asks the server for what the tablet does not have. */
export const pullOverHttp: Pull = (body) => post<Pulled>('pull', body)

/** doorOverHttp is the way to the server. */
export const doorOverHttp = (upload: Door['upload']): Door => ({ push: (body: Push) => post<PushAnswer>('push', body), upload })
