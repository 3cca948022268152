import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AwsClient } from 'aws4fetch'
import { errorSentence } from '../../core/kernel/error-sentences.ts'
import { AppError } from '../../core/kernel/errors.ts'
import type { S3Place } from './address.ts'
import { checkKey, type Storage } from './storage.ts'

const RETRIES = 3
const PATIENCE_MS = 60_000

const refused = (what: string, response: Response): AppError =>
  new AppError('unavailable', errorSentence('storage'), { what, status: response.status })

/** s3Storage keeps files in a bucket of an S3-compatible storage: signed requests with the bytes' hash, so that the other side stores what was sent or nothing. */
export function s3Storage({ origin, bucket, region, accessKeyId, secretAccessKey }: S3Place): Storage {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES })
  const urlOf = (key: string): string => `${origin}/${bucket}/${checkKey(key)}`
  const ask = async (what: string, key: string, init: RequestInit): Promise<Response> => {
    const url = urlOf(key)
    try {
      return await client.fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    } catch (error) {
      throw new AppError('unavailable', errorSentence('storage'), { what, cause: String(error) })
    }
  }
  return {
    put: async (key, data) => {
      const bytes = data instanceof Readable ? await buffer(data) : data
      const hash = createHash('sha256').update(bytes).digest('hex')
      const response = await ask('put', key, { method: 'PUT', body: new Uint8Array(bytes), headers: { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' } })
      await response.arrayBuffer()
      if (!response.ok) throw refused('put', response)
    },
    get: async (key, range) => {
      const response = await ask('get', key, range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {})
      if (response.ok && response.body) return { stream: Readable.from(response.body) }
      await response.arrayBuffer()
      if (response.status === 404) return null
      throw refused('get', response)
    },
    delete: async (key) => {
      const response = await ask('delete', key, { method: 'DELETE' })
      await response.arrayBuffer()
      if (!response.ok && response.status !== 404) throw refused('delete', response)
    },
    has: async (key) => {
      const response = await ask('has', key, { method: 'HEAD' })
      if (response.status !== 404 && !response.ok) throw refused('has', response)
      return response.ok
    },
  }
}
