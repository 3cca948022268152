import { AsyncLocalStorage } from 'node:async_hooks'
import { newId } from './ids.ts'

interface RequestFacts {
  readonly requestId: string
}

// One per process, although Next.js may load this file once per bundle.
const store = globalThis as typeof globalThis & { __millwrightRequest?: AsyncLocalStorage<RequestFacts> }
const current = (store.__millwrightRequest ??= new AsyncLocalStorage())

/** withRequest runs the work of one HTTP request under a new request id, which logs and audit rows carry. */
export const withRequest = <T>(work: (requestId: string) => T): T => {
  const requestId = newId()
  return current.run({ requestId }, () => work(requestId))
}

/** currentRequestId is the id of the request being served, or undefined outside of one. */
export const currentRequestId = (): string | undefined => current.getStore()?.requestId
