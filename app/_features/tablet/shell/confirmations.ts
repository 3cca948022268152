'use client'

/** Confirmation is one sentence about what was just done, with a way back where there is one. */
export interface Confirmation {
  readonly id: number
  readonly text: string
  readonly undo?: { readonly label: string; readonly run: () => void }
}

const SHOWN_MS = 10_000

const listeners = new Set<() => void>()
let shown: Confirmation | null = null
let last = 0
let timer: ReturnType<typeof setTimeout> | undefined

function set(next: Confirmation | null): void {
  shown = next
  for (const changed of listeners) changed()
}

/** confirm says what was done for ten seconds above the main actions; it never stands alone for an error. The newest takes the place of the one before. */
export function confirm(text: string, undo?: Confirmation['undo']): void {
  clearTimeout(timer)
  set({ id: (last += 1), text, ...(undo ? { undo } : {}) })
  timer = setTimeout(dismiss, SHOWN_MS)
}

/** dismiss takes the confirmation away. */
export function dismiss(): void {
  clearTimeout(timer)
  set(null)
}

/** watchConfirmations tells of changes until the function it gives is called. */
export function watchConfirmations(changed: () => void): () => void {
  listeners.add(changed)
  return () => { listeners.delete(changed) }
}

/** shownConfirmation is what is said now, or null. */
export const shownConfirmation = (): Confirmation | null => shown
