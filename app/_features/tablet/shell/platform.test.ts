import { expect, test } from 'vitest'
import { platformOf } from './platform.ts'

test.each([
  ['an Android tablet', 'Mozilla/5.0 (Linux; Android 15; SM-X306B) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36', 5, 'android'],
  ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1', 5, 'apple'],
  ['an iPad, which calls itself a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15', 5, 'apple'],
  ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15', 0, 'computer'],
  ['Windows with a touch screen', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Edg/142.0.0.0', 10, 'computer'],
  ['a Chromebook', 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36', 0, 'computer'],
])('%s', (_, userAgent, touchPoints, expected) => {
  expect(platformOf(userAgent, touchPoints)).toBe(expected)
})
