'use client'

import { useState } from 'react'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import { firstCloseOut, inputOf, missing, questions, type Asked, type CloseOut, type Field } from '../prepare/close-out.ts'
import { toLocalInput } from '../prepare/local-time.ts'
import type { OrderView } from '../prepare/view.ts'
import type { OrderCommands } from './use-order-command.ts'

/** CloseOutState is the form: what has been said, what is asked, what is missing after the first try, and sending it. */
export interface CloseOutState {
  readonly said: CloseOut
  readonly asked: Asked
  readonly missing: Field | null
  readonly set: (change: Partial<CloseOut>) => void
  readonly submit: () => void
}

/** useCloseOut holds what a person says about the finished work; it is judged by the same rule as on the server before it is sent. */
export function useCloseOut(view: OrderView, command: 'close' | 'complete', commands: OrderCommands): CloseOutState {
  const zone = useTimeZone()
  const now = useNow()
  const [said, setSaid] = useState(() => firstCloseOut(view, (ms) => toLocalInput(ms, zone)))
  const [tried, setTried] = useState(false)
  const lacks = missing(view, said, zone, now)
  const submit = (): void => {
    setTried(true)
    if (lacks !== null) return
    const input = Object.fromEntries(Object.entries(inputOf(view, said, zone)).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]))
    commands.run(command, input)
  }
  return { said, asked: questions(view, said), missing: tried ? lacks : null, set: (change) => { setSaid({ ...said, ...change }) }, submit }
}
