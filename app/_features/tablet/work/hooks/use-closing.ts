'use client'

import { useState } from 'react'
import { toLocalInput } from '../../../../_lib/time/local-input.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { filledIn, firstCloseOut, inputOf, missing, questions, type Asked, type CloseOut, type Field } from '../../../../_lib/work-orders/close-out.ts'
import type { Safeguard } from '#server/core/work-orders/safeguards.ts'
import { heldFor } from '../../safety/prepare/held.ts'
import { useAct } from './use-order-actions.ts'

/** Closing is what a person says about the finished work. */
export interface Closing {
  readonly said: CloseOut
  readonly asked: Asked
  /** What is missing after the first try; null when nothing is. */
  readonly missing: Field | null
  readonly command: 'close' | 'complete' | 'carryRest'
  /** The locks, permits and isolations that keep the order from being ended so; empty when none does. */
  readonly held: readonly Safeguard[]
  readonly set: (change: Partial<CloseOut>) => void
  /** Closes the order on this tablet; false when something is missing. */
  readonly submit: () => Promise<boolean>
}

const plain = (input: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]))

/**
 * useClosing holds what is said about finished work; it is judged by the server's own rule before it is put into the outbox. With `rest`, what is
 * not done goes on under that title.
 */
export function useClosing(seen: SeenOrder, rest?: string): Closing {
  const zone = seen.site.timeZone
  const [own, setOwn] = useState(() => firstCloseOut(seen, (ms) => toLocalInput(ms, zone)))
  const [tried, setTried] = useState(false)
  const act = useAct()
  // The times stand on the server to the second; the form's are only to the minute, so what nobody changed is left out.
  const said = filledIn(seen, { ...own, workStartedAt: '' })
  const lacks = missing(seen, said, zone, Date.now())
  const command = rest !== undefined ? 'carryRest' : seen.allowed.includes('close') ? 'close' : 'complete'
  const held = heldFor(seen, { name: command, payload: inputOf(seen, said, zone) })
  return {
    said, asked: questions(seen, said), missing: tried ? lacks : null, command, held,
    set: (change) => { setOwn({ ...own, ...change }) },
    submit: async () => {
      setTried(true)
      if (lacks !== null || held.length > 0) return false
      await act(seen, command, { ...plain(inputOf(seen, said, zone)), ...(rest === undefined ? {} : { title: rest }) })
      return true
    },
  }
}
