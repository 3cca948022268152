import { TUS_RESUMABLE } from '@tus/server'
import * as z from 'zod'
import { attachmentSentence } from '#server/core/attachments/attachment-sentences.ts'
import { readAnnouncement, type Announced } from '#server/core/attachments/limits.ts'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import { announceUpload, arrive, uploadStands } from '#server/modules/attachments/index.ts'
import { now } from '#server/platform/clock.ts'
import { env } from '#server/platform/env.ts'
import { isForeign } from '#server/platform/origins.ts'
import { withRequest } from '#server/platform/request.ts'
import { ringAttachment } from '#server/queue/attachments.ts'
import { refusalOf } from '../refusal.ts'
import { locationOf, receiver, UPLOADS_PATH } from './receiver.ts'
import { uploaderOf } from './uploader.ts'

const ALL = 'Upload-Offset'

// What the protocol's own reader refuses is read as nothing: what is missing is said in the same words as always.
const metadataOf = (header: string | null): Record<string, string | null> => {
  const pairs = (header ?? '').split(',').map((pair) => pair.trim().split(' '))
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]))
}

function announced(request: Request): Announced {
  const length = request.headers.get('upload-length')
  const given = metadataOf(request.headers.get('upload-metadata'))
  const read = readAnnouncement({ ...given, size: length !== null && /^\d+$/.test(length) ? Number(length) : undefined }, now())
  if (!read.ok) throw read.error
  return read.value
}

/** Ends with the client: a connection that broke must not be waited for. */
function withEnd(request: Request): Request {
  if (!request.body) return request
  const body = request.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal: request.signal })
  const init: RequestInit & { duplex: 'half' } = { method: request.method, headers: request.headers, body, duplex: 'half' }
  return new Request(request.url, init)
}

const there = (size: number, status: number, id: string): Response => new Response(null, {
  status,
  headers: { 'tus-resumable': TUS_RESUMABLE, 'cache-control': 'no-store', 'upload-offset': String(size), 'upload-length': String(size), ...(status === 201 ? { location: locationOf(id) } : {}) },
})

/** Passes a request on to the protocol; when the last byte is there, the file is taken over before the sender hears of it. */
async function pass(request: Request, { orgId }: PersonActor, id: string, size: number): Promise<Response> {
  const response = await receiver().handle(withEnd(request), orgId, id)
  if (response.ok && response.headers.get(ALL) === String(size) && (await arrive(orgId, id))) ringAttachment({ orgId, id })
  return response
}

async function begin(request: Request, actor: PersonActor): Promise<Response> {
  const facts = announced(request)
  const stands = await announceUpload(actor, facts)
  return stands.arrived ? there(stands.size, 201, facts.attachmentId) : pass(request, actor, facts.attachmentId, stands.size)
}

async function goOn(request: Request, actor: PersonActor, id: string): Promise<Response> {
  const stands = z.uuid().safeParse(id).success ? await uploadStands(actor.orgId, id) : null
  if (!stands) throw notFound('This upload')
  if (!stands.arrived) return pass(request, actor, id, stands.size)
  if (request.method === 'HEAD') return there(stands.size, 200, id)
  throw new AppError('conflict', attachmentSentence('arrived'), { attachmentId: id })
}

async function serve(request: Request, requestId: string): Promise<Response> {
  const { pathname } = new URL(request.url)
  try {
    if (isForeign(env(), request.headers)) throw new AppError('forbidden', errorSentence('foreign'))
    const actor = await uploaderOf(request, requestId)
    const id = pathname.slice(UPLOADS_PATH.length).replace(/^\//, '').toLowerCase()
    return id === '' ? await begin(request, actor) : await goOn(request, actor, id)
  } catch (error) {
    return refusalOf(error, pathname)
  }
}

/** handleUpload receives files by the tus protocol: POST announces one, PATCH sends the next bytes, HEAD tells how many are there, from any tab and after any break. */
export const handleUpload = (request: Request): Promise<Response> => withRequest((requestId) => serve(request, requestId))
