'use client'

/** InstallOffer is the browser's offer to install the app; Chromium makes one, Safari does not. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

const listeners = new Set<() => void>()
let offer: InstallOffer | null = null

const isOffer = (event: Event): event is InstallOffer => 'prompt' in event

function set(next: InstallOffer | null): void {
  offer = next
  for (const changed of listeners) changed()
}

/** watchInstallOffer keeps the browser's offer, which comes once and early, until a person asks for it. */
export function watchInstallOffer(): void {
  if (typeof window === 'undefined') return
  window.addEventListener('beforeinstallprompt', (event) => {
    if (!isOffer(event)) return
    event.preventDefault()
    set(event)
  })
  window.addEventListener('appinstalled', () => { set(null) })
}

/** onInstallOffer tells of changes until the function it gives is called. */
export function onInstallOffer(changed: () => void): () => void {
  listeners.add(changed)
  return () => { listeners.delete(changed) }
}

/** installOffered tells whether the browser can install the app by a button here. */
export const installOffered = (): boolean => offer !== null

/** install asks the person to install; true when they agreed. The browser lets each offer be used once. */
export async function install(): Promise<boolean> {
  const asked = offer
  if (!asked) return false
  set(null)
  return (await asked.prompt()).outcome === 'accepted'
}
