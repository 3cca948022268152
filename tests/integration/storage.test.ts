import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseStorageUrl } from '#server/platform/storage/address.ts'
import { diskStorage } from '#server/platform/storage/disk.ts'
import { s3Storage } from '#server/platform/storage/s3.ts'
import type { ByteRange, Storage } from '#server/platform/storage/storage.ts'
import { testS3, type TestS3 } from '#tests/harness/s3.ts'

let s3: TestS3
let folder = ''
const storages: Record<string, Storage> = {}

const placeOf = (url: string): NonNullable<ReturnType<typeof parseStorageUrl>> => {
  const place = parseStorageUrl(url)
  if (!place) throw new Error(`${url} is no address`)
  return place
}

beforeAll(async () => {
  s3 = await testS3()
  folder = mkdtempSync(path.join(os.tmpdir(), 'mw-store-'))
  storages['on disk'] = diskStorage(folder)
  storages['in a bucket'] = s3Storage(placeOf(s3.url))
})
afterAll(async () => {
  await s3.close()
  rmSync(folder, { recursive: true, force: true })
})

const bytesOf = async (storage: Storage, key: string, range?: ByteRange): Promise<Buffer | null> => {
  const file = await storage.get(key, range)
  return file && buffer(file.stream)
}
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const names = (top: string): string[] => readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)

describe.each(['on disk', 'in a bucket'])('a storage %s', (where) => {
  const storage = (): Storage => storages[where] ?? diskStorage('')

  test('gives back what it was given, whole and in parts', async () => {
    const bytes = randomBytes(3_000_000)
    await storage().put('org/ab/one.original', bytes)
    expect(hash((await bytesOf(storage(), 'org/ab/one.original')) ?? Buffer.alloc(0))).toBe(hash(bytes))
    expect(await bytesOf(storage(), 'org/ab/one.original', { start: 1000, end: 1099 })).toEqual(bytes.subarray(1000, 1100))
    expect(await bytesOf(storage(), 'org/ab/one.original', { start: bytes.length - 1, end: bytes.length - 1 })).toEqual(bytes.subarray(-1))
  })

  test('takes a stream that begins before anybody listens, and replaces what was there', async () => {
    const bytes = randomBytes(500_000)
    await storage().put('org/ab/two', Buffer.from('before'))
    await storage().put('org/ab/two', Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]))
    expect(hash((await bytesOf(storage(), 'org/ab/two')) ?? Buffer.alloc(0))).toBe(hash(bytes))
  })

  test('knows what is there and what is not, and forgets what it is told to', async () => {
    await storage().put('org/ab/three', Buffer.from('x'))
    expect([await storage().has('org/ab/three'), await storage().has('org/ab/four')]).toEqual([true, false])
    await storage().delete('org/ab/three')
    await storage().delete('org/ab/three')
    expect([await storage().has('org/ab/three'), await storage().get('org/ab/three')]).toEqual([false, null])
  })

  test('keeps nothing of what broke off', async () => {
    const broken = Readable.from((function* () { yield Buffer.from('half'); throw new Error('the cable came loose') })())
    await expect(storage().put('org/ab/broken', broken)).rejects.toThrow('the cable came loose')
    expect(await storage().has('org/ab/broken')).toBe(false)
  })

  test.each(['../x', '/etc/passwd', 'a/../../b', 'a//b', 'a\\b', 'A', 'a b', 'a\0', '.hidden', '', 'a/.', 'a%2fb', `a${'b'.repeat(300)}`])('takes no key like %j', async (key) => {
    await expect((async () => storage().put(key, Buffer.from('x')))()).rejects.toThrow('a storage key is made of')
    await expect((async () => storage().get(key))()).rejects.toThrow('a storage key is made of')
  })
})

test('on disk nothing half-written is left', () => {
  expect(names(path.join(folder, 'half'))).toEqual([])
})

describe('a bucket', () => {
  test('that does not accept the key is said to be out of order, without the secret', async () => {
    const wrong = s3Storage({ ...placeOf(s3.url), secretAccessKey: 'not-the-secret' })
    await expect(wrong.put('org/ab/x', Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable', facts: { status: 403 } })
    await expect(wrong.get('org/ab/x')).rejects.toMatchObject({ code: 'unavailable' })
    expect(await storages['in a bucket']?.has('org/ab/x')).toBe(false)
  })

  test('that is not there is said to be out of order', async () => {
    const gone = s3Storage({ ...placeOf(s3.url), bucket: 'another' })
    await expect(gone.put('org/ab/x', Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable', facts: { status: 404 } })
  })
})
