'use client'

/** WorkerState is whether the app opens without a network (or why not), and whether a newer version waits to take over. */
export interface WorkerState {
  readonly offline: 'insecure' | 'unsupported' | 'development' | 'preparing' | 'ready'
  readonly updateReady: boolean
}

const SCRIPT = '/m/worker/sw.js'
// The worker for push messages has the scope "/": the narrower scope wins on the tablet's own pages.
const SCOPE = '/m'
const LOOK_MS = 3_600_000

const listeners = new Set<() => void>()
let state: WorkerState = { offline: 'preparing', updateReady: false }
let registration: ServiceWorkerRegistration | null = null
let started = false

function set(next: WorkerState): void {
  if (next.offline === state.offline && next.updateReady === state.updateReady) return
  state = next
  for (const changed of listeners) changed()
}

const look = (): void => {
  if (!registration) return
  set({ offline: registration.active ? 'ready' : 'preparing', updateReady: registration.waiting !== null && registration.active !== null })
}

function follow(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', look)
  look()
}

function whyNot(): WorkerState['offline'] | null {
  // Reload while developing must show what was just written.
  if (process.env.NODE_ENV !== 'production') return 'development'
  if (!window.isSecureContext) return 'insecure'
  return 'serviceWorker' in navigator ? null : 'unsupported'
}

// One that a production build left in this browser would answer with what was built then.
const leave = async (): Promise<void> => {
  const left = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration(SCOPE) : undefined
  if (left?.scope === new URL(SCOPE, window.location.href).href) await left.unregister()
}

// Without a network the look for a newer version fails, and the version in use stays.
const lookForNewer = (): void => {
  registration?.update().then(look, look)
}

function keepUp(): void {
  window.addEventListener('online', lookForNewer)
  document.addEventListener('visibilitychange', () => { if (!document.hidden) lookForNewer() })
  setInterval(lookForNewer, LOOK_MS)
}

/** startWorker lets the browser keep the app for when there is no network, once per page. */
export function startWorker(): void {
  if (started) return
  started = true
  const reason = whyNot()
  if (reason === 'development') void leave()
  if (reason !== null) return set({ ...state, offline: reason })
  // The first worker takes over a page that runs well without it; only a later one brings another version.
  let controlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) window.location.reload()
    controlled = true
  })
  navigator.serviceWorker.register(SCRIPT, { scope: SCOPE, updateViaCache: 'none' }).then((found) => {
    registration = found
    found.addEventListener('updatefound', () => { follow(found.installing) })
    follow(found.installing ?? found.waiting ?? found.active)
    keepUp()
  }, look)
}

/** takeNewVersion lets the version that waits take over; every open page of the tablet is loaded again. */
export const takeNewVersion = (): void => {
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' })
}

/** watchWorker tells of changes until the function it gives is called. */
export function watchWorker(changed: () => void): () => void {
  listeners.add(changed)
  return () => { listeners.delete(changed) }
}

/** workerState is the present state. */
export const workerState = (): WorkerState => state
