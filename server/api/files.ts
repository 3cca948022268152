import { Readable } from 'node:stream'
import * as z from 'zod'
import { dispositionOf } from '#server/core/attachments/disposition.ts'
import { readRange } from '#server/core/attachments/range.ts'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { openAttachment } from '#server/modules/attachments/index.ts'
import { withRequest } from '#server/platform/request.ts'
import { refusalOf } from './refusal.ts'
import { PERSON_HEADER, personOfDevice } from './tablet/device-person.ts'
import { createContext } from './trpc/create-context.ts'

// Whatever a file holds, a browser runs nothing of it, frames it nowhere and shows it to no other origin.
const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': `sandbox; default-src 'none'`,
  'cross-origin-resource-policy': 'same-origin',
  // Asked again each time: a permission that was withdrawn counts at once, also on a tablet that several people use.
  'cache-control': 'private, no-cache',
  vary: 'Cookie',
}

async function serve(request: Request, id: string, requestId: string): Promise<Response> {
  // A tablet asks for one of its people, whoever is signed in on it, and gets what that person may see and no more.
  const actor = request.headers.has(PERSON_HEADER) ? await personOfDevice(request.headers) : (await createContext(request.headers, requestId)).actor
  if (!actor) throw new AppError('unauthenticated', errorSentence('sign-in'))
  if (!z.uuid().safeParse(id).success) throw notFound('This file')
  const query = new URL(request.url).searchParams
  const file = await openAttachment(actor, id.toLowerCase(), query.get('size') === 'thumb')
  const etag = `"${file.tag}"`
  const headers: Record<string, string> = {
    ...SAFE, etag, 'content-type': file.mediaType, 'content-disposition': dispositionOf(file.name, file.inline && query.get('save') !== '1'),
    ...(file.size === null ? {} : { 'accept-ranges': 'bytes' }),
  }
  if (request.headers.get('if-none-match')?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  const ifRange = request.headers.get('if-range')
  const part = file.size === null || (ifRange !== null && ifRange !== etag) ? 'all' : readRange(request.headers.get('range'), file.size)
  if (part === 'none') return new Response(null, { status: 416, headers: { ...SAFE, 'content-range': `bytes */${file.size}` } })
  const opened = await file.open(part === 'all' ? undefined : part)
  if (opened === null) throw notFound('This file')
  if (part !== 'all') Object.assign(headers, { 'content-range': `bytes ${part.start}-${part.end}/${file.size}`, 'content-length': String(part.end - part.start + 1) })
  else if (file.size !== null) headers['content-length'] = String(file.size)
  return new Response(Readable.toWeb(opened.stream) as ReadableStream, { status: part === 'all' ? 200 : 206, headers })
}

/** handleFile serves the bytes of an attachment to whoever may see what it belongs to: `size=thumb` its preview, `save=1` for saving. */
export const handleFile = (request: Request, { params }: { readonly params: Promise<{ readonly id: string }> }): Promise<Response> =>
  withRequest(async (requestId) => {
    try {
      return await serve(request, (await params).id, requestId)
    } catch (error) {
      return refusalOf(error, '/api/files')
    }
  })
