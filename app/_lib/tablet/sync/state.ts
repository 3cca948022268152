/** Link is how the tablet stands with the server. */
export interface Link {
  /** Whether the server was reached at the last try; null before the first. */
  readonly reached: boolean | null
  readonly sending: boolean
  /** When everything was last fetched. */
  readonly pulledAt: string | null
  /** Set where the server refuses this device or person: somebody has to sign in. */
  readonly refused: string | null
}

type Listener = () => void

let link: Link = { reached: null, sending: false, pulledAt: null, refused: null }
const listeners = new Set<Listener>()

/** linkNow is how the tablet stands with the server now. */
export const linkNow = (): Link => link

/** setLink changes what is known of the connection and tells whoever shows it. */
export function setLink(change: Partial<Link>): void {
  link = { ...link, ...change }
  for (const listener of listeners) listener()
}

/** onLink calls back whenever the connection changes; gives the way to stop it. */
export function onLink(listener: Listener): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}
