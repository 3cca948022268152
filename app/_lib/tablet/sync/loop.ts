import { liveQuery } from 'dexie'
import type { TabletDb } from '../store/db.ts'
import { backOff } from './back-off.ts'
import { post, Refused } from './http.ts'
import { syncOnce, type Ways } from './once.ts'
import { setLink } from './state.ts'
import { expire, tellWiped, wipeTablet } from './wipe.ts'

const EVERY_MS = 30_000
const LOCK = 'millwright-tablet-sync'

const told = (lost: number): Promise<unknown> => post('wiped', { lost })

// One tab sends. Where the browser has no locks (plain HTTP from another machine) operations are still done once: the server sees to that.
const alone = async (work: () => Promise<void>): Promise<void> => {
  const locks = (navigator as { locks?: LockManager }).locks
  if (locks) await locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? undefined : work()))
  else await work()
}

/**
 * startSync keeps the tablet and the server together: at the start, when the network or the page comes back, after each thing done, and every half
 * minute. Gives the way to end it.
 */
export function startSync(db: TabletDb, ways: Ways): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let again = false
  let failures = 0
  let ended = false
  let next = EVERY_MS

  const plan = (ms: number): void => {
    clearTimeout(timer)
    if (!ended) timer = setTimeout(() => { void run() }, ms)
  }

  const round = async (): Promise<void> => {
    setLink({ sending: true })
    try {
      await tellWiped(db, told)
      await expire(db, new Date())
      const { wipe, heldUntil } = await syncOnce(db, ways)
      next = heldUntil === null ? EVERY_MS : Math.max(100, Math.min(EVERY_MS, Date.parse(heldUntil) - Date.now() + 50))
      if (wipe) {
        await wipeTablet(db)
        await tellWiped(db, told)
      }
      failures = 0
      setLink({ reached: true, refused: null, pulledAt: new Date().toISOString() })
    } catch (error) {
      failures += 1
      setLink(error instanceof Refused ? { reached: true, refused: error.message } : { reached: false })
    } finally {
      setLink({ sending: false })
    }
  }

  const run = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    try {
      do {
        again = false
        await alone(round)
      } while (again && failures === 0)
    } finally {
      running = false
      plan(failures === 0 ? next : backOff(failures, Math.random()))
    }
  }

  const soon = (): void => { plan(0) }
  const onVisible = (): void => { if (document.visibilityState === 'visible') soon() }
  const onOffline = (): void => { setLink({ reached: false }) }
  window.addEventListener('online', soon)
  window.addEventListener('offline', onOffline)
  document.addEventListener('visibilitychange', onVisible)
  const watch = liveQuery(() => db.operations.where('state').equals('waiting').count()).subscribe((waiting) => { if (waiting > 0) soon() })
  soon()
  return () => {
    ended = true
    clearTimeout(timer)
    window.removeEventListener('online', soon)
    window.removeEventListener('offline', onOffline)
    document.removeEventListener('visibilitychange', onVisible)
    watch.unsubscribe()
  }
}
