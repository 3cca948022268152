import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { AppError } from '#server/core/kernel/errors.ts'

const unzip = promisify(gunzip)

const tooLarge = (limit: number): AppError => new AppError('too-large', `The body may hold at most ${Math.floor(limit / 1024 / 1024)} MB. Send it in smaller batches.`, { limit })

async function collect(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const parts: Uint8Array[] = []
  let size = 0
  if (request.body) {
    // The declared length may lie or be missing: what counts is what comes.
    for await (const part of request.body) {
      size += part.byteLength
      if (size > limit) throw tooLarge(limit)
      parts.push(part)
    }
  }
  return Buffer.concat(parts, size)
}

/**
 * readBody reads a request's body, unpacked when it says gzip, of at most limit bytes both as sent and unpacked.
 * 'too-large' beyond that, 'invalid' for another encoding or broken gzip.
 */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  if (encoding !== 'identity' && encoding !== 'gzip') throw new AppError('invalid', `Content-Encoding ${encoding} is not understood. Send gzip or none.`)
  const sent = await collect(request, limit)
  if (encoding === 'identity') return sent
  try {
    return await unzip(sent, { maxOutputLength: limit })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(limit)
    throw new AppError('invalid', 'The body is not valid gzip.')
  }
}

/** parseJson reads a body as JSON; 'invalid' when it is not. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch (error) {
    throw new AppError('invalid', `The body is not valid JSON: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}
