import { ERRORS, type Locker, type RequestRelease } from '@tus/server'

interface Turn {
  /** Asks whoever has the upload to let go. */
  readonly letGo: RequestRelease
  readonly waiting: (() => void)[]
}

/**
 * turns lets one request at a time work on an upload. Whoever comes later asks the one before to let go: a tablet that lost its network and came back must
 * not wait for a connection that is dead without knowing it.
 */
export function turns(): Locker {
  const held = new Map<string, Turn>()
  return {
    newLock: (id) => ({
      lock: async (signal, letGo) => {
        for (let turn = held.get(id); turn !== undefined; turn = held.get(id)) {
          const { waiting } = turn
          const free = new Promise<void>((resolve, reject) => {
            waiting.push(resolve)
            signal.addEventListener('abort', () => { reject(new Error(ERRORS.ABORTED.body)) }, { once: true })
          })
          await turn.letGo()
          await free
        }
        held.set(id, { letGo, waiting: [] })
      },
      unlock: () => {
        const turn = held.get(id)
        held.delete(id)
        for (const go of turn?.waiting ?? []) go()
        return Promise.resolve()
      },
    }),
  }
}
