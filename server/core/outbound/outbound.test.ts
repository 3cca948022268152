import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIn, kindOf, parseAddress, parseNetwork } from './address.ts'
import { judgeAddress, parseAllowed, parseTarget, type Allowed } from './target.ts'

const allowed = (...patterns: readonly string[]): Allowed[] => patterns.map((pattern) => {
  const one = parseAllowed(pattern)
  if (!one) throw new Error(pattern)
  return one
})

/** What becomes of an address that a person typed, when its host resolves to what is given (or is an address itself). */
function judge(text: string, resolved: string | null, allow: readonly Allowed[] = []): string {
  const target = parseTarget(text)
  if (!target.ok) return 'refused'
  const address = resolved ?? target.value.host
  return judgeAddress(target.value, address, allow) === null ? 'goes' : 'refused'
}

// Each trick stands with what its host would resolve to; null where the host is an address.
const TRICKS: readonly (readonly [what: string, url: string, resolved: string | null])[] = [
  ['loopback', 'https://127.0.0.1/', null],
  ['another loopback', 'https://127.8.9.10/', null],
  ['loopback by name', 'https://localhost/', '127.0.0.1'],
  ['loopback by name with a dot', 'https://localhost./', '127.0.0.1'],
  ['a public name for loopback', 'https://localtest.me/', '127.0.0.1'],
  ['loopback in one number', 'https://2130706433/', null],
  ['loopback in hex', 'https://0x7f000001/', null],
  ['loopback in octal', 'https://0177.0.0.1/', null],
  ['loopback in two parts', 'https://127.1/', null],
  ['loopback in wide digits', 'https://１２７.０.０.１/', null],
  ['loopback in circled digits', 'https://①②⑦.⓪.⓪.①/', null],
  ['this host', 'https://0.0.0.0/', null],
  ['this host in short', 'https://0/', null],
  ['loopback in IPv6', 'https://[::1]/', null],
  ['unspecified in IPv6', 'https://[::]/', null],
  ['loopback mapped into IPv6', 'https://[::ffff:127.0.0.1]/', null],
  ['loopback mapped in hex', 'https://[::ffff:7f00:1]/', null],
  ['loopback made compatible', 'https://[::127.0.0.1]/', null],
  ['loopback through NAT64', 'https://[64:ff9b::7f00:1]/', null],
  ['loopback through 6to4', 'https://[2002:7f00:1::]/', null],
  ['a private address through 6to4', 'https://[2002:c0a8:101::]/', null],
  ['Teredo', 'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/', null],
  ['a cloud\'s metadata', 'https://169.254.169.254/latest/meta-data/', null],
  ['a cloud\'s metadata by name', 'https://metadata.google.internal/', '169.254.169.254'],
  ['a cloud\'s metadata in IPv6', 'https://[fd00:ec2::254]/', null],
  ['link-local in IPv6', 'https://[fe80::1]/', null],
  ['the plant: 10/8', 'https://10.0.0.5/', null],
  ['the plant: 172.16/12', 'https://172.31.255.1/', null],
  ['the plant: 192.168/16', 'https://192.168.1.1/', null],
  ['the plant by name', 'https://nas.example.com/', '192.168.1.1'],
  ['a provider\'s inside', 'https://100.64.0.1/', null],
  ['a unique local address', 'https://[fd12:3456::1]/', null],
  ['multicast', 'https://224.0.0.1/', null],
  ['multicast in IPv6', 'https://[ff02::1]/', null],
  ['broadcast', 'https://255.255.255.255/', null],
  ['a benchmark network', 'https://198.18.0.1/', null],
  ['plain http', 'http://example.com/', '93.184.216.34'],
  ['a file', 'file:///etc/passwd', null],
  ['gopher', 'gopher://127.0.0.1:6379/_FLUSHALL', null],
  ['ftp', 'ftp://example.com/', '93.184.216.34'],
  ['data', 'data:text/plain,x', null],
  ['javascript', 'javascript:alert(1)', null],
  ['a name and password', 'https://user:secret@example.com/', '93.184.216.34'],
  ['a host hidden behind an @', 'https://example.com@127.0.0.1/', null],
  ['a host hidden behind a backslash', 'https://127.0.0.1\\@example.com/', null],
  ['nothing', '', null],
  ['no host', 'https://', null],
  ['a path only', '/hook', null],
  ['a resolver that answers nonsense', 'https://example.com/', 'not an address'],
]

describe('where a webhook may not go', () => {
  it.each(TRICKS)('%s: %s', (_, url, resolved) => {
    expect(judge(url, resolved)).toBe('refused')
  })
})

describe('where a webhook may go', () => {
  it.each<[string, string, string | null, readonly string[], string]>([
    ['a public host', 'https://example.com/hook', '93.184.216.34', [], 'goes'],
    ['a public address', 'https://93.184.216.34:8443/hook', null, [], 'goes'],
    ['a public host in IPv6', 'https://example.com/hook', '2606:2800:220:1::1', [], 'goes'],
    ['a name allowed, inside the plant', 'https://gate.plant.local/', '10.1.2.3', ['gate.plant.local'], 'goes'],
    ['a name allowed, over http', 'http://gate.plant.local/', '10.1.2.3', ['gate.plant.local'], 'goes'],
    ['a name allowed at its port', 'http://gate.plant.local:8080/', '10.1.2.3', ['gate.plant.local:8080'], 'goes'],
    ['a name allowed at another port', 'http://gate.plant.local:22/', '10.1.2.3', ['gate.plant.local:8080'], 'refused'],
    ['a name allowed, big and with a dot', 'https://GATE.plant.local./', '10.1.2.3', ['gate.plant.local'], 'goes'],
    ['a name that only begins as the allowed one', 'https://gate.plant.local.evil.example/', '10.1.2.3', ['gate.plant.local'], 'refused'],
    ['a name allowed that turns to this machine', 'https://gate.plant.local/', '127.0.0.1', ['gate.plant.local'], 'refused'],
    ['a name allowed that turns to metadata', 'https://gate.plant.local/', '169.254.169.254', ['gate.plant.local'], 'refused'],
    ['a network allowed', 'http://10.1.2.3/', null, ['10.1.2.0/24'], 'goes'],
    ['outside the network allowed', 'http://10.1.3.3/', null, ['10.1.2.0/24'], 'refused'],
    ['this machine, allowed by address and port', 'http://127.0.0.1:9000/', null, ['127.0.0.1:9000'], 'goes'],
    ['this machine at another port', 'http://127.0.0.1:5432/', null, ['127.0.0.1:9000'], 'refused'],
    ['this machine by name, its address allowed', 'http://localhost:9000/', '127.0.0.1', ['127.0.0.1:9000'], 'goes'],
    ['IPv6 inside the plant', 'http://[fd00::7]:8080/', null, ['[fd00::7]:8080'], 'goes'],
    ['a public host over http, allowed', 'http://example.com/', '93.184.216.34', ['example.com'], 'goes'],
  ])('%s', (_, url, resolved, patterns, expected) => {
    expect(judge(url, resolved, allowed(...patterns))).toBe(expected)
  })
})

describe('parseAllowed', () => {
  it.each(['', ' ', 'http://a.b', 'a b', '*', '10.0.0.0/33', 'host:0', 'host:65536', 'host:', '-a', 'a..b', '/24', 'fd00::/129'])('refuses %j', (text) => {
    expect(parseAllowed(text)).toBeNull()
  })
})

describe('addresses', () => {
  const bytes = (length: number) => fc.array(fc.integer({ min: 0, max: 255 }), { minLength: length, maxLength: length })
  const hex = (address: readonly number[]): string => Array.from({ length: 8 }, (_, i) => ((address[2 * i]! << 8) | address[2 * i + 1]!).toString(16)).join(':')

  it('are read as they are written', () => {
    fc.assert(fc.property(bytes(4), (address) => { expect(parseAddress(address.join('.'))).toEqual(address) }))
    fc.assert(fc.property(bytes(16), (address) => {
      fc.pre(address.slice(0, 10).some((byte) => byte !== 0))
      expect(parseAddress(hex(address))).toEqual(address)
    }))
  })

  it('mean the same inside IPv6', () => {
    fc.assert(fc.property(bytes(4), (address) => {
      expect(parseAddress(`::ffff:${address.join('.')}`)).toEqual(address)
      expect(kindOf(parseAddress(`::ffff:${address.join('.')}`)!)).toBe(kindOf(address))
      // Any other way of putting an IPv4 address into an IPv6 one leads nowhere.
      expect(kindOf(parseAddress(`64:ff9b::${address.join('.')}`)!)).toBe('special')
    }))
  })

  it('lie in a network by their leading bits', () => {
    fc.assert(fc.property(bytes(4), fc.integer({ min: 0, max: 32 }), (address, bits) => {
      expect(isIn(address, parseNetwork(`${address.join('.')}/${bits}`)!)).toBe(true)
      const at = Math.max(0, bits - 1)
      const other = address.map((byte, i) => (i === at >> 3 ? byte ^ (0x80 >> (at & 7)) : byte))
      expect(isIn(other, parseNetwork(`${address.join('.')}/${bits}`)!)).toBe(bits === 0)
    }))
  })

  it.each(['', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1.2.3.4 ', ':', ':::', '1::2::3', '12345::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '::1.2.3', 'g::', '::ffff:1.2.3.256'])('are not %j', (text) => {
    expect(parseAddress(text)).toBeNull()
  })
})
