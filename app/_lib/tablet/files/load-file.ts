import type { TabletDb } from '../store/db.ts'

/** Loaded is a file's bytes, or why they cannot be had: the server cannot be reached, it still looks at them, or it does not give them. */
export type Loaded = { readonly is: 'here'; readonly bytes: Blob } | { readonly is: 'offline' | 'later' | 'refused' }

const NOT_YET = 503

/** loadFile gives the bytes of a file: from this tablet while it has them, else from the server, for the person who works on it. */
export async function loadFile(db: TabletDb, id: string, personId: string): Promise<Loaded> {
  const kept = await db.blobs.get(id)
  if (kept) return { is: 'here', bytes: kept.bytes }
  let response: Response
  try {
    response = await fetch(`/api/files/${id}`, { headers: { 'x-mw-person': personId }, credentials: 'same-origin' })
    if (response.ok) return { is: 'here', bytes: await response.blob() }
  } catch {
    // No network is as usual here as a network.
    return { is: 'offline' }
  }
  return { is: response.status === NOT_YET ? 'later' : 'refused' }
}
