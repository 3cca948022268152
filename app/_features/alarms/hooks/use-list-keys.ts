'use client'

import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'

/** ROW marks the button of a row, with the alarm's id. */
const ROW = 'data-alarm'

/** ListKeys is what the list of alarms does by keys: one row takes part in tabbing, arrows move on, letters act on the row that has the focus. */
export interface ListKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  /** What a row's button carries. */
  readonly row: (id: string) => { readonly 'data-alarm': string; readonly tabIndex: number; readonly 'aria-keyshortcuts': string }
}

interface Acts {
  /** Every row that is shown, in order. */
  readonly ids: readonly string[]
  readonly acknowledge: (id: string) => void
  readonly shelve: (id: string) => void
  readonly unfold: (id: string, open: boolean) => void
}

const rowsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(`[${ROW}]`)]

// What is folded out grows in the direction of reading.
const towards = (key: string): string => (document.dir === 'rtl' ? ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key) : key)

/** useListKeys gives a list its keys. A row that moves to another part of the list when it is acknowledged keeps the focus. */
export function useListKeys({ ids, acknowledge, shelve, unfold }: Acts): ListKeys {
  const [active, setActive] = useState<string | null>(null)
  const focused = useRef<string | null>(null)
  const list = useRef<HTMLElement | null>(null)
  const current = active !== null && ids.includes(active) ? active : (ids[0] ?? null)
  useEffect(() => {
    // Its old place is gone, and nothing else took the focus meanwhile.
    if (focused.current === null || document.activeElement !== document.body) return
    list.current?.querySelector<HTMLElement>(`[${ROW}="${focused.current}"]`)?.focus()
  })
  return {
    onFocus: (event) => {
      list.current = event.currentTarget
      focused.current = event.target.getAttribute(ROW)
      if (focused.current !== null) setActive(focused.current)
    },
    onKeyDown: (event) => {
      const id = (event.target as HTMLElement).getAttribute(ROW)
      if (id === null || event.ctrlKey || event.metaKey || event.altKey) return
      const rows = rowsOf(event.currentTarget)
      const at = rows.findIndex((row) => row.getAttribute(ROW) === id)
      const acts: Readonly<Record<string, () => void>> = {
        ArrowDown: () => rows[at + 1]?.focus(), ArrowUp: () => rows[at - 1]?.focus(), Home: () => rows[0]?.focus(), End: () => rows.at(-1)?.focus(),
        ArrowRight: () => { unfold(id, true) }, ArrowLeft: () => { unfold(id, false) }, a: () => { acknowledge(id) }, s: () => { shelve(id) },
      }
      const act = acts[event.key.length === 1 ? event.key.toLowerCase() : towards(event.key)]
      if (act === undefined) return
      event.preventDefault()
      act()
    },
    row: (id) => ({ 'data-alarm': id, tabIndex: id === current ? 0 : -1, 'aria-keyshortcuts': 'A S' }),
  }
}
