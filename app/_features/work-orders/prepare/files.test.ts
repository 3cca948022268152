import { describe, expect, test } from 'vitest'
import { kindOf, looksAgain, refusalKey, sizeOf } from './files.ts'

describe('files of an order', () => {
  test.each([['image/jpeg', 'photo'], ['image/heic', 'photo'], ['audio/webm', 'voice'], ['image/svg+xml', 'file'], ['application/pdf', 'file'], ['', 'file']])('%s is attached as %s', (type, kind) => {
    expect(kindOf(type)).toBe(kind)
  })

  test.each([[0, 'en', '0 B'], [1023, 'en', '1,023 B'], [1024, 'en', '1 KB'], [327_680, 'de', '320 KB'], [1_468_006, 'en', '1.4 MB'], [1_468_006, 'de', '1,4 MB']])('%i bytes in %s are %s', (bytes, locale, text) => {
    expect(sizeOf(bytes, locale)).toBe(text)
  })

  test('a reason that is not known has words all the same', () => {
    expect([refusalKey('macros'), refusalKey('of-another-edition'), refusalKey(null)]).toEqual(['macros', 'other', 'other'])
  })

  test('the list is asked for again while a file is checked', () => {
    expect([looksAgain([]), looksAgain([{ state: 'ready' }, { state: 'refused' }]), looksAgain([{ state: 'ready' }, { state: 'checking' }])]).toEqual([false, false, true])
  })
})
