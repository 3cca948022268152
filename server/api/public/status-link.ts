import type { StatusScreen } from '#server/core/public/screens.ts'
import { reportStatus } from '#server/modules/public-requests/index.ts'
import { asPage, linkOf, mayLook, publicRoute, readerOf, type Draw } from './page.ts'
import { qrOf } from './qr.ts'

/** statusScreen reads what a status link shows; null when it opens nothing. */
export async function statusScreen(secret: string, url: string): Promise<StatusScreen | null> {
  const status = await reportStatus(secret)
  return status && { kind: 'status', ...status, url, qr: qrOf(url) }
}

/** StatusAnswer is what a status link's address shows: the status, nothing at all, or that one has to wait. */
export type StatusAnswer = StatusScreen | { readonly kind: 'closed' } | { readonly kind: 'wait'; readonly seconds: number }

/** statusLink makes the route of a status link: it tells how far the work on one report is, and an unknown link and an expired one answer alike. */
export function statusLink(draw: Draw<StatusAnswer>) {
  return {
    GET: publicRoute<{ readonly secret: string }>('status', async (request, { secret }) => {
      const reader = readerOf(request)
      const wait = mayLook(request)
      if (wait > 0) return asPage({ status: 429, retryAfter: wait, referrer: 'no-referrer', html: await draw({ kind: 'wait', seconds: wait }, reader) })
      const screen = await statusScreen(secret, linkOf(request, reader.path))
      return asPage({ status: screen ? 200 : 404, referrer: 'no-referrer', html: await draw(screen ?? { kind: 'closed' }, reader) })
    }),
  }
}
