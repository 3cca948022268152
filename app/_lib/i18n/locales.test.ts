import { describe, expect, it } from 'vitest'
import { pickLocale } from './locales.ts'

describe('pickLocale', () => {
  it.each([
    ['the cookie wins', 'de', 'en-US', 'de'],
    ['an unknown cookie is ignored', 'xx', 'de', 'de'],
    ['the heaviest known language', undefined, 'ja;q=0.9, en;q=0.4, de-AT;q=0.7', 'de'],
    ['weight zero means never', undefined, 'de;q=0', 'en'],
    ['nothing known falls back', undefined, 'ja, nl;q=0.5', 'en'],
    ['no header falls back', undefined, null, 'en'],
  ])('%s', (_name, cookie, header, expected) => {
    expect(pickLocale(cookie, header)).toBe(expected)
  })
})
