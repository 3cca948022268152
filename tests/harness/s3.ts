import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#server/platform/embedded/ports.ts'
import { startService } from './process.ts'

/** TestS3 is an S3-compatible storage on loopback that checks signatures. */
export interface TestS3 {
  /** Its address as STORAGE_URL has it. */
  readonly url: string
  readonly port: number
  readonly folder: string
  readonly close: () => Promise<void>
}

const KEY = 'S3RVER'
const BUCKET = 'attachments'
const program = createRequire(import.meta.url).resolve('@20minutes/s3rver')

/** testS3 starts s3rver with one empty bucket, its files in a folder of their own. */
export async function testS3(): Promise<TestS3> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mw-s3-'))
  const port = await freePort()
  const start = `new (require(${JSON.stringify(program)}))({ port: ${port}, address: '127.0.0.1', silent: true, directory: ${JSON.stringify(folder)}, configureBuckets: [{ name: '${BUCKET}' }] }).run()`
  const service = await startService(process.execPath, ['-e', start], port)
  return {
    port, folder, url: `s3://${KEY}:${KEY}@127.0.0.1:${port}/${BUCKET}?tls=0`,
    close: async () => {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
