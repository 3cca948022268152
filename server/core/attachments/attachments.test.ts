import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attachmentKind, REFUSALS, type AttachmentKind } from './attachment.ts'
import { allowContent, isInline, servedType } from './content.ts'
import { dispositionOf } from './disposition.ts'
import { checkQuota, MOST_BYTES, QUOTA, readAnnouncement } from './limits.ts'
import { nameFor, safeName } from './name.ts'
import { readRange } from './range.ts'
import { judgePdf, judgeText } from './signs.ts'
import { readZip } from './zip.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('allowContent', () => {
  test.each<[AttachmentKind, string | null, string]>([
    ['photo', 'image/jpeg', 'image image/jpeg'], ['photo', 'image/avif', 'image image/avif'], ['photo', 'image/heic', 'heic'], ['photo', 'image/gif', 'type'], ['photo', 'image/svg+xml', 'markup'],
    ['photo', 'application/pdf', 'not-for-kind'], ['photo', 'video/mp4', 'not-for-kind'], ['signature', 'image/png', 'image image/png'], ['signature', 'audio/wav', 'not-for-kind'],
    ['voice', 'video/webm', 'audio audio/webm'], ['voice', 'video/mp4', 'audio audio/mp4'], ['voice', 'audio/x-m4a', 'audio audio/mp4'], ['voice', 'audio/ogg; codecs=opus', 'audio audio/ogg'],
    ['voice', 'audio/mpeg', 'audio audio/mpeg'], ['voice', 'image/png', 'not-for-kind'], ['voice', 'video/quicktime', 'type'],
    ['file', 'video/mp4', 'video video/mp4'], ['file', 'video/webm', 'video video/webm'], ['file', 'application/pdf', 'pdf application/pdf'], ['file', 'text/plain', 'text text/plain'],
    ['file', 'application/xml', 'markup'], ['file', 'text/html', 'markup'], ['file', 'application/x-msdownload', 'program'], ['file', 'application/x-elf', 'program'],
    ['file', 'application/java-archive', 'program'], ['file', 'application/zip', 'type'], ['file', 'application/vnd.ms-excel.sheet.macroenabled.12', 'type'], ['file', 'application/x-cfb', 'type'],
    ['file', null, 'type'],
  ])('%s with %s: %s', (kind, found, expected) => {
    const result = allowContent(kind, found)
    expect(result.ok ? `${result.value.family} ${result.value.mediaType}` : result.error).toBe(expected)
  })

  test('gives every type that a browser could act on as bytes to be saved', () => {
    fc.assert(fc.property(fc.constantFrom(...attachmentKind.options), fc.oneof(fc.string(), fc.constantFrom('text/html', 'image/svg+xml', 'text/plain', 'application/xml', 'text/javascript')), (kind, type) => {
      const result = allowContent(kind, type)
      if (!result.ok) { expect(REFUSALS).toContain(result.error); return }
      expect(servedType(result.value.mediaType)).not.toMatch(/html|xml|svg|script|text\//)
    }))
    expect(['image/jpeg', 'image/png', 'audio/mpeg', 'image/svg+xml', 'image/webp', 'application/pdf', 'text/plain', 'video/mp4'].filter(isInline)).toEqual(['image/jpeg', 'image/png', 'audio/mpeg'])
  })
})

describe('an announcement', () => {
  const now = new Date('2026-01-05T10:00:00Z')
  const good = { attachmentId: '019b8f1e-0000-7000-8000-000000000001', sha256: 'AB'.repeat(32), kind: 'voice', name: 'x.m4a', size: 10, takenAt: '2026-01-05T09:00:00+01:00', durationMs: '1500' }

  test('is read, with its hash in small letters', () => {
    expect(readAnnouncement(good, now)).toEqual({ ok: true, value: {
      attachmentId: good.attachmentId, sha256: 'ab'.repeat(32), kind: 'voice', name: 'x.m4a', size: 10, takenAt: new Date('2026-01-05T08:00:00Z'), durationMs: 1500,
    } })
  })

  test.each([
    ['a time in the future is now', { takenAt: '2027-01-01T00:00:00Z' }, { takenAt: now }], ['a time that is none is unknown', { takenAt: 'yesterday' }, { takenAt: null }],
    ['only a voice note lasts', { kind: 'photo' }, { durationMs: null }], ['a length of time that is none is unknown', { durationMs: '-1' }, { durationMs: null }],
  ])('%s', (_, change, expected) => {
    expect(readAnnouncement({ ...good, ...change }, now)).toMatchObject({ ok: true, value: expected })
  })

  test('just within each limit is taken, and a byte more is not', () => {
    for (const kind of attachmentKind.options) {
      expect(readAnnouncement({ ...good, kind, size: MOST_BYTES[kind] }, now).ok).toBe(true)
      expect(readAnnouncement({ ...good, kind, size: MOST_BYTES[kind] + 1 }, now)).toMatchObject({ ok: false, error: { code: 'too-large' } })
    }
  })

  test('fits the quota to the byte and to the file', () => {
    expect(checkQuota({ bytes: QUOTA.bytes - 10, count: QUOTA.count - 1 }, 10).ok).toBe(true)
    expect(checkQuota({ bytes: QUOTA.bytes - 10, count: 0 }, 11)).toMatchObject({ ok: false, error: { code: 'too-many' } })
    expect(checkQuota({ bytes: 0, count: QUOTA.count }, 1)).toMatchObject({ ok: false, error: { code: 'too-many' } })
  })
})

describe('names', () => {
  test('whatever is given, what is shown is short, without control characters and paths, and stays as it is', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom('..', '.', 'a/../b', '\0', ' . ')), (given) => {
      const name = safeName(given, 'file')
      expect(name.length).toBeGreaterThan(0)
      expect([...name].length).toBeLessThanOrEqual(122)
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"|?*\\/]/u)
      expect(name).not.toMatch(/^\.|^\s/)
      expect(safeName(name, 'file')).toBe(name)
    }))
  })

  test.each([
    ['a.png', 'image/jpeg', 'a.jpg'], ['a.JPG', 'image/jpeg', 'a.JPG'], ['a.jpeg', 'image/jpeg', 'a.jpeg'], ['photo', 'image/jpeg', 'photo.jpg'], ['v1.2', 'image/png', 'v1.2.png'],
    ['manual.exe', 'application/pdf', 'manual.exe.pdf'], ['data.csv', 'text/plain', 'data.csv'],
  ])('%s as %s is saved as %s', (name, type, expected) => {
    expect(nameFor(name, type)).toBe(expected)
  })

  test('in a header break out of nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(dispositionOf(safeName(name, 'file'), false)).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]*$/)
    }))
  })
})

describe('readRange', () => {
  test.each<[string | null, number, ReturnType<typeof readRange>]>([
    [null, 10, 'all'], ['bytes=0-4', 10, { start: 0, end: 4 }], ['bytes=5-', 10, { start: 5, end: 9 }], ['bytes=-3', 10, { start: 7, end: 9 }], ['bytes=-30', 10, { start: 0, end: 9 }],
    ['bytes=0-99', 10, { start: 0, end: 9 }], ['bytes=10-', 10, 'none'], ['bytes=-0', 10, 'none'], ['bytes=0-', 0, 'none'],
    ['bytes=4-2', 10, 'all'], ['bytes=0-1,4-5', 10, 'all'], ['lines=1-2', 10, 'all'], ['bytes=-', 10, 'all'],
  ])('%s of %i bytes', (header, size, expected) => {
    expect(readRange(header, size)).toEqual(expected)
  })

  test('never leaves the file', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (a, b, size) => {
      const part = readRange(`bytes=${a}-${b}`, size)
      if (typeof part === 'object') expect(part.start >= 0 && part.start <= part.end && part.end < size).toBe(true)
    }))
  })
})

describe('bytes of no known format', () => {
  test.each<[string, Uint8Array, string]>([
    ['words', bytes('Lager 1: 4,2 mm/s'), 'text/plain'], ['nothing but space', bytes('  \n'), 'text/plain'], ['words with a smaller sign', bytes('a < b'), 'text/plain'],
    ['markup behind a mark', bytes('\ufeff <div>'), 'markup'], ['PHP', bytes('x <?php'), 'markup'], ['a script', bytes('#!/bin/sh'), 'program'], ['a PDF further on', bytes('x %PDF-1.7'), 'appended'],
    ['zeros', new Uint8Array(5), 'type'], ['a control character', Uint8Array.of(0x41, 0xff, 0x01), 'type'],
  ])('%s', (_, given, expected) => {
    const result = judgeText(given)
    expect(result.ok ? result.value : result.error).toBe(expected)
  })

  test('whatever they are, a judge answers', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
      for (const judge of [judgeText, judgePdf, readZip]) expect(typeof judge(given).ok).toBe('boolean')
    }))
    // Also an archive that is broken anywhere.
    fc.assert(fc.property(fc.uint8Array({ minLength: 30, maxLength: 200 }), (rest) => {
      const given = Uint8Array.from([0x50, 0x4b, 3, 4, ...rest, 0x50, 0x4b, 5, 6, ...rest.subarray(0, 16), 0, 0])
      expect(typeof readZip(given).ok).toBe('boolean')
    }))
  })
})
