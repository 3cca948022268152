'use client'

import { useState } from 'react'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import type { Suggestion } from '#server/core/work-orders/suggestion.ts'
import { filledIn, firstCloseOut, inputOf, missing, questions, suggestionFor, type Asked, type CloseOut, type Field } from '../../../_lib/work-orders/close-out.ts'
import { toLocalInput } from '../../../_lib/time/local-input.ts'
import type { OrderView } from '../prepare/view.ts'
import type { OrderCommands } from './use-order-command.ts'

/** CloseOutState is the form: what has been said or filled in, what is asked, what is missing after the first try, and sending it. */
export interface CloseOutState {
  readonly said: CloseOut
  /** Where the item or activity comes from that nobody has said; null when a person has said both, or nothing is filled in. */
  readonly suggestedBy: Suggestion['from']
  readonly asked: Asked
  readonly missing: Field | null
  readonly set: (change: Partial<CloseOut>) => void
  readonly submit: () => void
}

/** Ending is how it ends: under which title the rest goes on, and what happens then. */
interface Ending {
  readonly rest?: string | undefined
  readonly onDone?: (() => void) | undefined
}

/** useCloseOut holds what a person says about the finished work; it is judged by the same rule as on the server before it is sent. */
export function useCloseOut(view: OrderView, command: 'close' | 'complete' | 'carryRest', commands: OrderCommands, { rest, onDone }: Ending = {}): CloseOutState {
  const zone = useTimeZone()
  const now = useNow()
  const [own, setOwn] = useState(() => firstCloseOut(view, (ms) => toLocalInput(ms, zone)))
  const said = filledIn(view, own)
  const [tried, setTried] = useState(false)
  const lacks = missing(view, said, zone, now)
  const submit = (): void => {
    setTried(true)
    if (lacks !== null) return
    const input = Object.fromEntries(Object.entries(inputOf(view, said, zone)).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]))
    const payload = rest === undefined ? input : { ...input, title: rest }
    commands.run(command, payload, onDone)
  }
  return {
    said, asked: questions(view, said), missing: tried ? lacks : null, submit,
    suggestedBy: own.itemCode === said.itemCode && own.activityCode === said.activityCode ? null : suggestionFor(view, own).from,
    set: (change) => { setOwn({ ...own, ...change }) },
  }
}
