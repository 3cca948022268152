import { Readable } from 'node:stream'
import { dispositionOf } from '#server/core/attachments/disposition.ts'
import { readRange } from '#server/core/attachments/range.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import type { Served } from '#server/modules/attachments/index.ts'

// Whatever a file holds, a browser runs nothing of it, frames it nowhere and shows it to no other origin.
const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': `sandbox; default-src 'none'`,
  'cross-origin-resource-policy': 'same-origin',
  // Asked again each time: a permission that was withdrawn counts at once, also on a tablet that several people use.
  'cache-control': 'private, no-cache',
  vary: 'Cookie',
}

/** fileResponse sends a file to somebody who may see it, or the part of it that was asked for: for saving where `save=1`, and not again where it is known. */
export async function fileResponse(request: Request, file: Served): Promise<Response> {
  const query = new URL(request.url).searchParams
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
