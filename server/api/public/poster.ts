import * as z from 'zod'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { PosterScreen } from '#server/core/public/screens.ts'
import { posterOf } from '#server/modules/public-requests/index.ts'
import { withRequest } from '#server/platform/request.ts'
import { refusalOf } from '../refusal.ts'
import { createContext } from '../trpc/create-context.ts'
import { asPage, linkOf, readerOf, type Draw } from './page.ts'
import { qrOf } from './qr.ts'

/** posterPage makes the route of a poster to be printed, for those who may open sites for requests without an account. */
export const posterPage = (draw: Draw<PosterScreen>) => (request: Request, context: { readonly params: Promise<{ readonly id: string }> }): Promise<Response> =>
  withRequest(async (requestId) => {
    try {
      const { actor } = await createContext(request.headers, requestId)
      if (!actor) throw new AppError('unauthenticated', errorSentence('sign-in'))
      const { id } = await context.params
      if (!z.uuid().safeParse(id).success) throw notFound('This address')
      const { site, asset, path } = await posterOf(actor, id)
      const url = linkOf(request, path)
      const screen: PosterScreen = { siteName: site.name, machine: asset, url, qr: qrOf(url), emergency: { words: site.emergencyWords, phone: site.emergencyPhone } }
      return asPage({ status: 200, html: await draw(screen, readerOf(request)), referrer: 'no-referrer' })
    } catch (error) {
      return refusalOf(error, '/api/posters')
    }
  })
