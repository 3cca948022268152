import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { HostNames } from './names.ts'

const PRIVATE: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['127.0.0.0', 8], ['fc00::', 7], ['::1', 128],
]
// Endings that never belong to anybody on the internet (RFC 6762, RFC 8375, RFC 6761, ICANN's reservation of .internal), and what plants use.
const PRIVATE_DNS = ['local', 'lan', 'internal', 'home.arpa', 'localhost']

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6')

function listOf(subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [address, bits] of subnets) list.addSubnet(address, bits, familyOf(address))
  return list
}

/** Constraints are all that an authority may ever vouch for: names with these endings, and addresses in these networks. */
export interface Constraints {
  readonly dns: readonly string[]
  readonly ip: readonly (readonly [string, number])[]
}

/** constraintsFor keeps an authority to private names and networks, and to what the machine is called beyond these. */
export function constraintsFor({ dns, ip }: HostNames): Constraints {
  const endsPrivately = (name: string): boolean => PRIVATE_DNS.some((end) => name === end || name.endsWith(`.${end}`))
  const own = listOf(PRIVATE)
  return {
    dns: [...PRIVATE_DNS, ...dns.map((name) => name.replace(/^\*\./, '')).filter((name) => !endsPrivately(name))],
    ip: [...PRIVATE, ...ip.filter((address) => !own.check(address, familyOf(address))).map((address): [string, number] => [address, isIPv4(address) ? 32 : 128])],
  }
}

/** permitted are those of the names that an authority with these constraints may vouch for. */
export function permitted({ dns, ip }: HostNames, constraints: Constraints): HostNames {
  const networks = listOf(constraints.ip)
  return {
    dns: dns.filter((name) => constraints.dns.some((end) => name.replace(/^\*\./, '') === end || name.endsWith(`.${end}`))),
    ip: ip.filter((address) => networks.check(address, familyOf(address))),
  }
}

/** bytesOfAddress writes an IP address as 4 or 16 bytes. */
export function bytesOfAddress(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number))
  if (!isIPv6(address)) throw new Error(`${address} is not an IP address`)
  const [head = '', tail] = address.split('::')
  const words = (text: string): number[] => text.split(':').filter((word) => word !== '').map((word) => Number.parseInt(word, 16))
  const [left, right] = [words(head), words(tail ?? '')]
  const all = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right]
  return Buffer.from(all.flatMap((word) => [word >> 8, word & 255]))
}

const maskOf = (bits: number, length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, at) => 255 & ~(255 >> Math.max(0, Math.min(8, bits - at * 8)))))

// DER, definite lengths below 64 kB (X.690, 8.1.3).
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

/** encodeConstraints is the value of the X.509 extension "name constraints" (RFC 5280, 4.2.1.10), with permitted subtrees only. */
export function encodeConstraints({ dns, ip }: Constraints): Buffer {
  const names = dns.map((name) => der(0x30, der(0x82, Buffer.from(name, 'latin1'))))
  const networks = ip.map(([address, bits]) => {
    const bytes = bytesOfAddress(address)
    return der(0x30, der(0x87, bytes, maskOf(bits, bytes.length)))
  })
  return der(0x30, der(0xa0, ...names, ...networks))
}
