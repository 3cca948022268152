import type { TabletDb } from '../store/db.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { isRightPin, makePin } from './pin.ts'

const TRIES = 5
const WAIT_MS = 30_000

/** Unlocked is what came of a PIN: the tablet is the person's, it was wrong, or too many were wrong and the next may be tried later (epoch ms). */
export type Unlocked = { readonly is: 'open' } | { readonly is: 'wrong' } | { readonly is: 'wait'; readonly until: number }

interface Attempts {
  readonly wrong: number
  readonly until: number
}

/** unlock makes a person the one who works on the tablet, when the PIN is his; after five wrong ones in a row it waits for half a minute. */
export async function unlock(db: TabletDb, personId: string, pin: string, now: number = Date.now()): Promise<Unlocked> {
  const attempts = (await readMeta<Attempts>(db, 'attempts')) ?? { wrong: 0, until: 0 }
  if (attempts.until > now) return { is: 'wait', until: attempts.until }
  const person = await db.people.get(personId)
  if (!person?.pin || !(await isRightPin(person.pin, pin))) {
    const wrong = attempts.wrong + 1
    const until = wrong >= TRIES ? now + WAIT_MS : 0
    await writeMeta(db, 'attempts', { wrong: until > 0 ? 0 : wrong, until })
    return until > 0 ? { is: 'wait', until } : { is: 'wrong' }
  }
  await db.transaction('rw', db.meta, async () => {
    await writeMeta(db, 'attempts', { wrong: 0, until: 0 })
    await writeMeta(db, 'current-person', personId)
    await writeMeta(db, 'locked', false)
  })
  return { is: 'open' }
}

/** lock lets nobody work on the tablet until a PIN is given; what waits is sent all the same. */
export const lock = (db: TabletDb): Promise<void> => writeMeta(db, 'locked', true)

/** setPin gives a person a PIN on this tablet. */
export async function setPin(db: TabletDb, personId: string, pin: string): Promise<void> {
  const made = await makePin(pin)
  await db.people.update(personId, { pin: made })
}
