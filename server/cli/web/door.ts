import type http from 'node:http'
import type https from 'node:https'
import type net from 'node:net'

// Longer than the usual proxy's 60 s, so that it is never us who closes a connection it is about to use.
const KEEP_ALIVE_MS = 65_000

/** Door is one listening port with the servers that speak behind it. */
export interface Door {
  readonly server: net.Server
  /** Lets nobody in any more, ends idle connections, and is done when what was asked is answered. */
  readonly close: () => Promise<void>
  /** Ends every connection. */
  readonly closeAll: () => void
}

/** doorOf is the door of a server; where the port only sorts connections, `speakers` are those who get them. */
export function doorOf(server: http.Server | net.Server, speakers: readonly (http.Server | https.Server)[] = [server as http.Server]): Door {
  for (const speaker of speakers) speaker.keepAliveTimeout = KEEP_ALIVE_MS
  return {
    server,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      for (const speaker of speakers) speaker.closeIdleConnections()
    }),
    closeAll: () => { for (const speaker of speakers) speaker.closeAllConnections() },
  }
}
