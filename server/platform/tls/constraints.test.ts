import { describe, expect, it, test } from 'vitest'
import { bytesOfAddress, constraintsFor, encodeConstraints, permitted } from './constraints.ts'

describe('an authority', () => {
  const own = constraintsFor({ dns: ['press', 'press.local', 'mw.plant.example'], ip: ['10.4.0.7', '203.0.113.9', '::1'] })
  it.each([
    ['a private ending', { dns: ['other.local', 'a.b.home.arpa'], ip: [] }, true],
    ['its own public name, and below', { dns: ['mw.plant.example', 'tablet.mw.plant.example', '*.mw.plant.example'], ip: [] }, true],
    ['a name beside its own', { dns: ['plant.example'], ip: [] }, false],
    ['a name that only ends like its own', { dns: ['evilmw.plant.example'], ip: [] }, false],
    ['a bank', { dns: ['bank.example.com'], ip: [] }, false],
    ['private networks', { dns: [], ip: ['10.9.9.9', '192.168.1.1', 'fd12::1', '127.0.0.1'] }, true],
    ['its own public address', { dns: [], ip: ['203.0.113.9'] }, true],
    ['another public address', { dns: [], ip: ['203.0.113.10'] }, false],
  ])('%s', (_, names, may) => {
    expect(permitted(names, own)).toEqual(may ? names : { dns: [], ip: [] })
  })
})

test.each([
  ['10.4.0.7', '0a040007'], ['::1', '00000000000000000000000000000001'], ['fd00::7:8', 'fd000000000000000000000000070008'], ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
])('%s as bytes', (address, expected) => {
  expect(bytesOfAddress(address).toString('hex')).toBe(expected)
})

test('constraints are written as RFC 5280 says', () => {
  // 30 len, a0 len, then per subtree 30 len (82 = name, 87 = address and mask).
  expect(encodeConstraints({ dns: ['lan'], ip: [['10.0.0.0', 8], ['172.16.0.0', 12]] }).toString('hex')).toBe(
    '3021a01f' + '300582036c616e' + '300a87080a000000ff000000' + '300a8708ac100000fff00000',
  )
})
