import { describe, expect, it } from 'vitest'
import { browserName, clockOf, minuteOf } from './browser-name.ts'

describe('browserName', () => {
  it.each([
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 Edg/139.0', 'Edge, Windows'],
    ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1', 'Safari, iOS'],
    ['something new', 'Browser, ?'],
  ])('%s', (text, name) => {
    expect(browserName(text)).toBe(name)
  })
})

describe('clocks', () => {
  it.each([[0, '00:00'], [1320, '22:00'], [1439, '23:59']])('%i', (minute, clock) => {
    expect(clockOf(minute)).toBe(clock)
    expect(minuteOf(clock)).toBe(minute)
  })
  it.each(['', '24:00', '7:00', '12:60'])('%j is none', (clock) => {
    expect(minuteOf(clock)).toBeNull()
  })
})
