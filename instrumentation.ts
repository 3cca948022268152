/** register runs once when the web server starts, before it serves anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { watchPeers } = await import('#server/platform/peer.ts')
  watchPeers()
}
