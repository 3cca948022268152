import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseJson, readBody } from './body.ts'

const LIMIT = 1024 * 1024
const post = (body: BodyInit, headers: Record<string, string> = {}): Request => new Request('http://x/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

const stream = (chunks: number, size: number): ReadableStream<Uint8Array> => {
  let sent = 0
  return new ReadableStream({
    pull: (controller) => {
      if (sent++ < chunks) controller.enqueue(new Uint8Array(size))
      else controller.close()
    },
  })
}

describe('readBody', () => {
  test('reads plain and gzip alike', async () => {
    expect((await readBody(post('hello'), LIMIT)).toString()).toBe('hello')
    expect((await readBody(post(gzipSync('hello'), { 'content-encoding': 'gzip' }), LIMIT)).toString()).toBe('hello')
  })

  test.each<[string, () => Request, string]>([
    ['a declared length that is too large', () => post('x', { 'content-length': String(LIMIT + 1) }), 'too-large'],
    ['a stream that goes on', () => post(stream(20, LIMIT / 10)), 'too-large'],
    ['gzip that unpacks to more than it may', () => post(gzipSync(Buffer.alloc(LIMIT + 1)), { 'content-encoding': 'gzip' }), 'too-large'],
    ['what is not gzip', () => post('hello', { 'content-encoding': 'gzip' }), 'invalid'],
    ['another encoding', () => post('hello', { 'content-encoding': 'br' }), 'invalid'],
  ])('refuses %s', async (_, request, code) => {
    await expect(readBody(request(), LIMIT)).rejects.toMatchObject({ name: 'AppError', code })
  })

  test('takes exactly the limit', async () => {
    expect((await readBody(post(Buffer.alloc(LIMIT)), LIMIT)).byteLength).toBe(LIMIT)
  })
})

test('parseJson refuses what is not JSON with words', () => {
  expect(parseJson(Buffer.from('{"a":1}'))).toEqual({ a: 1 })
  expect(() => parseJson(Buffer.from('{"a":'))).toThrow(expect.objectContaining({ code: 'invalid' }) as Error)
})
