import { describe, expect, it, test } from 'vitest'
import { namesOfMachine, readHosts } from './names.ts'

describe('readHosts', () => {
  it.each([
    ['names and addresses', 'plant.local, 10.1.2.3,fd00::1', ['plant.local', '10.1.2.3', 'fd00::1']],
    ['an address in brackets', '[fd00::1]', ['fd00::1']],
    ['a name for all below', '*.plant.example', ['*.plant.example']],
    ['a web address', 'https://plant.local', null],
    ['a name with a space', 'plant local', null],
    ['a label that ends with a hyphen', 'plant-.local', null],
    ['nothing', ' , ', null],
  ])('%s', (_, text, expected) => {
    expect(readHosts(text)).toEqual(expected)
  })
})

test('a machine is called what a person says, what it says itself, and by its addresses', () => {
  const interfaces = {
    lo: [{ address: '127.0.0.1', internal: true }, { address: '::1', internal: true }],
    eth0: [{ address: '10.4.0.7', internal: false }, { address: 'fe80::1', internal: false }, { address: 'fd00::7', internal: false }],
    wlan0: [{ address: '169.254.3.4', internal: false }, { address: '10.4.0.7', internal: false }],
  }
  expect(namesOfMachine({ hostname: 'Press-Shop', interfaces }, ['Plant.Example'])).toEqual({
    dns: ['plant.example', 'press-shop', 'press-shop.local', 'localhost'], ip: ['10.4.0.7', 'fd00::7', '127.0.0.1', '::1'],
  })
  expect(namesOfMachine({ hostname: 'mw.plant.example', interfaces: {} }, [])).toEqual({ dns: ['mw.plant.example', 'localhost'], ip: ['127.0.0.1', '::1'] })
})
