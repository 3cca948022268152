import { describe, expect, it, test } from 'vitest'
import { formatBytes, isLow, readStorage } from './storage.ts'

const manager = (facts: { persisted?: boolean; usage?: number; quota?: number }): StorageManager => ({
  persisted: () => Promise.resolve(facts.persisted ?? false),
  estimate: () => Promise.resolve({ ...(facts.usage === undefined ? {} : { usage: facts.usage }), ...(facts.quota === undefined ? {} : { quota: facts.quota }) }),
}) as unknown as StorageManager

describe('readStorage', () => {
  it.each([
    ['a browser that says everything', manager({ persisted: true, usage: 10, quota: 100 }), { persisted: true, used: 10, free: 90 }],
    ['more used than allowed', manager({ usage: 10, quota: 5 }), { persisted: false, used: 10, free: 0 }],
    ['an estimate without numbers', manager({}), { persisted: false, used: null, free: null }],
    ['a storage manager that can do nothing', {} as StorageManager, { persisted: null, used: null, free: null }],
    ['none, as at an address that is not protected', undefined, { persisted: null, used: null, free: null }],
  ])('%s', async (_, storage, expected) => {
    expect(await readStorage(storage)).toEqual(expected)
  })
})

test('space is low below what a day of pictures takes', () => {
  expect(isLow({ persisted: true, used: 0, free: 499 * 1024 ** 2 })).toBe(true)
  expect(isLow({ persisted: true, used: 0, free: 501 * 1024 ** 2 })).toBe(false)
  expect(isLow({ persisted: null, used: null, free: null })).toBe(false)
})

test.each([[0, '0 byte'], [950, '950 byte'], [1_400_000, '1.4 MB'], [320_400_000_000, '320 GB']])('%i bytes are %s', (bytes, expected) => {
  expect(formatBytes(bytes, 'en')).toBe(expected)
})
