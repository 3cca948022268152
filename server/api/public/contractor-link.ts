import * as z from 'zod'
import type { Refusal } from '#server/core/attachments/attachment.ts'
import { err, ok, type Result } from '#server/core/kernel/result.ts'
import type { ContractorIssue, ContractorScreen } from '#server/core/public/contractor-screen.ts'
import { MOST_FILES, readWord } from '#server/core/public/contractor.ts'
import { REPORT_RATES } from '#server/core/public/limits.ts'
import { fileForContractor, hearContractor, showToContractor } from '#server/flows/contractor/index.ts'
import { dropGuestFile, openAttachment, storeGuestFile, type GuestFile } from '#server/modules/attachments/index.ts'
import { env } from '#server/platform/env.ts'
import { newId } from '#server/platform/ids.ts'
import { isForeign } from '#server/platform/origins.ts'
import { orgOfAddress } from '#server/platform/public-address.ts'
import { ringAttachment } from '#server/queue/attachments.ts'
import { fileResponse } from '../file-response.ts'
import { refusalOf } from '../refusal.ts'
import { readForm } from './form.ts'
import { asPage, goTo, mayLook, publicRoute, readerOf, waitFor, type Draw } from './page.ts'

type Params = { readonly secret: string }
interface Again { readonly issue: ContractorIssue; readonly text?: string; readonly refusal?: Refusal }

async function storeAll(orgId: string, files: readonly File[]): Promise<Result<GuestFile[], Refusal>> {
  const stored: GuestFile[] = []
  for (const file of files) {
    const one = await storeGuestFile(orgId, file.type.startsWith('image/') ? 'photo' : 'file', file.name, new Uint8Array(await file.arrayBuffer()))
    if (one.ok) {
      stored.push(one.value)
      continue
    }
    await Promise.all(stored.map(dropGuestFile))
    return err(one.error)
  }
  return ok(stored)
}

async function hear(request: Request, secret: string, orgId: string): Promise<'taken' | 'closed' | Again> {
  const sent = await readForm(request, 'files')
  if (sent === null || sent.tooLarge) return { issue: 'files-too-large', text: sent?.field('text') ?? '' }
  const given = sent.field('text') ?? ''
  const text = readWord(given)
  const done = sent.field('done') === 'yes'
  if (text === null) return { issue: 'too-long', text: given }
  if (sent.files.length > MOST_FILES) return { issue: 'too-many-files', text }
  if (text === '' && !done && sent.files.length === 0) return { issue: 'empty' }
  if (isForeign(env(), request.headers)) return { issue: 'foreign', text }
  const opId = z.uuid().safeParse(sent.field('op')).data ?? newId()
  const files = await storeAll(orgId, sent.files)
  if (!files.ok) return { issue: 'file-refused', refusal: files.error, text }
  let heard: Awaited<ReturnType<typeof hearContractor>> = null
  try {
    heard = await hearContractor(secret, { opId, text, done, files: files.value })
  } finally {
    if (heard !== 'new') await Promise.all(files.value.map(dropGuestFile))
  }
  if (heard === 'new') for (const { id } of files.value) ringAttachment({ orgId, id })
  return heard === null ? 'closed' : 'taken'
}

/** contractorLink makes the routes of a contractor's link: GET shows its one order, POST takes what he says. Unknown, expired and revoked links answer alike. */
export function contractorLink(draw: Draw<ContractorScreen>) {
  const page = async (request: Request, screen: ContractorScreen, status: number): Promise<Response> =>
    asPage({ status, html: await draw(screen, readerOf(request)), referrer: 'same-origin', ...(screen.kind === 'wait' ? { retryAfter: screen.seconds } : {}) })
  const show = async (request: Request, secret: string, again: Again | null): Promise<Response> => {
    const order = await showToContractor(secret)
    if (!order) return page(request, { kind: 'closed' }, 404)
    return page(request, { kind: 'order', order, opId: newId(), text: again?.text ?? '', issue: again?.issue ?? null, refusal: again?.refusal ?? null }, again ? 422 : 200)
  }
  return {
    GET: publicRoute<Params>('contractor', async (request, { secret }) => {
      const seconds = mayLook(request)
      return seconds > 0 ? page(request, { kind: 'wait', seconds }, 429) : show(request, secret, null)
    }),
    POST: publicRoute<Params>('contractor', async (request, { secret }) => {
      const orgId = orgOfAddress(secret, 'secret')
      const seconds = waitFor(request, 'word', REPORT_RATES.address)
      if (seconds > 0) return page(request, { kind: 'wait', seconds }, 429)
      // Looked at before a file is read: what does not open takes none.
      const heard = orgId === null || !(await showToContractor(secret)) ? 'closed' : await hear(request, secret, orgId)
      if (heard === 'closed') return page(request, { kind: 'closed' }, 404)
      const { path, language } = readerOf(request)
      return heard === 'taken' ? goTo(`${path}?sent=1${language === null ? '' : `&lang=${encodeURIComponent(language)}`}`) : show(request, secret, heard)
    }),
  }
}

/** contractorFile serves a file of the link's own order; of any other there is none. */
export const contractorFile = publicRoute<Params & { readonly id: string }>('contractor-file', async (request, { secret, id }) => {
  try {
    const reader = mayLook(request) > 0 || !z.uuid().safeParse(id).success ? null : await fileForContractor(secret, id.toLowerCase())
    if (!reader) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
    return await fileResponse(request, await openAttachment(reader, id.toLowerCase(), new URL(request.url).searchParams.get('size') === 'thumb'))
  } catch (error) {
    return refusalOf(error, '/c')
  }
})
