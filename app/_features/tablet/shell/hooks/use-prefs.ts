'use client'

import { useSyncExternalStore } from 'react'
import { PREFS_KEY, readPrefs, type Prefs } from '../prefs.ts'

const listeners = new Set<() => void>()
const FRESH = readPrefs(null)
let shown: Prefs | null = null
let keeps = true

// A browser that blocks storage throws where another gives nothing.
function kept(): string | null {
  try {
    return window.localStorage.getItem(PREFS_KEY)
  } catch (error) {
    keeps = !(error instanceof DOMException)
    return null
  }
}

const current = (): Prefs => (shown ??= readPrefs(kept()))

function subscribe(changed: () => void): () => void {
  const fromOtherTab = (event: StorageEvent): void => {
    if (event.key !== PREFS_KEY) return
    show(readPrefs(event.newValue))
  }
  listeners.add(changed)
  window.addEventListener('storage', fromOtherTab)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('storage', fromOtherTab)
  }
}

function show(prefs: Prefs): void {
  shown = prefs
  document.documentElement.dataset['text'] = prefs.text
  document.documentElement.dataset['glove'] = String(prefs.glove)
  for (const changed of listeners) changed()
}

function change(changes: Partial<Prefs>): void {
  const next = { ...current(), ...changes }
  try {
    window.localStorage.setItem(PREFS_KEY, JSON.stringify(next))
    keeps = true
  } catch (error) {
    keeps = !(error instanceof DOMException)
  }
  show(next)
}

/** usePrefs gives this tablet's settings, a function that changes some of them here and now, and whether the browser keeps them. */
export const usePrefs = (): readonly [Prefs, (changes: Partial<Prefs>) => void, boolean] =>
  [useSyncExternalStore(subscribe, current, () => FRESH), change, keeps]
