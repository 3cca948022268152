/** Network is a block of addresses: the address's bytes (4 or 16) and how many leading bits count. */
export interface Network {
  readonly bytes: readonly number[]
  readonly bits: number
}

function parseV4(text: string): number[] | null {
  const parts = text.split('.')
  // Only four plain decimals: the old spellings (octal, hex, fewer parts) mean different addresses to different programs.
  if (parts.length !== 4 || parts.some((part) => !/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255)) return null
  return parts.map(Number)
}

function parseV6(text: string): number[] | null {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const v4 = tail ? parseV4(tail[2] ?? '') : null
  if (tail && !v4) return null
  const plain = tail && v4 ? `${tail[1]}${((v4[0]! << 8) | v4[1]!).toString(16)}:${((v4[2]! << 8) | v4[3]!).toString(16)}` : text
  const halves = plain.split('::')
  if (halves.length > 2) return null
  const groups = (half: string | undefined): string[] => (half === undefined || half === '' ? [] : half.split(':'))
  const [left, right] = [groups(halves[0]), groups(halves[1])]
  const missing = 8 - left.length - right.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const all = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  if (all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null
  return all.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff])
}

/** parseAddress reads an IPv4 or IPv6 address, with or without brackets and zone; an IPv4 address inside an IPv6 one is that IPv4 address. Null for anything else. */
export function parseAddress(text: string): number[] | null {
  const bare = text.replace(/^\[|\]$/g, '').split('%')[0] ?? ''
  const bytes = parseV4(bare) ?? parseV6(bare)
  const mapped = bytes?.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff
  return mapped && bytes ? bytes.slice(12) : bytes
}

/** parseNetwork reads an address or a block in CIDR form; null for anything else. */
export function parseNetwork(text: string): Network | null {
  const [address = '', length, ...more] = text.split('/')
  const bytes = parseAddress(address)
  if (!bytes || more.length > 0) return null
  const most = bytes.length * 8
  if (length === undefined) return { bytes, bits: most }
  return /^\d{1,3}$/.test(length) && Number(length) <= most ? { bytes, bits: Number(length) } : null
}

/** isIn tells whether an address lies in a network. */
export const isIn = (address: readonly number[], { bytes, bits }: Network): boolean =>
  address.length === bytes.length && address.every((byte, index) => {
    const counted = Math.min(8, Math.max(0, bits - index * 8))
    const mask = (0xff << (8 - counted)) & 0xff
    return (byte & mask) === ((bytes[index] ?? 0) & mask)
  })

const networks = (...blocks: readonly string[]): Network[] => blocks.map((block) => {
  const network = parseNetwork(block)
  if (!network) throw new Error(`not a network: ${block}`)
  return network
})

// IANA's special-purpose address registries (IPv4 and IPv6), and multicast.
const PRIVATE = networks('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7')
const SPECIAL_V4 = networks(
  '0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
)
const [GLOBAL_V6] = networks('2000::/3')
const SPECIAL_V6 = networks('2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20')

/** AddressKind is where an address leads: out into the internet, into a plant's own networks, or to this machine and other special places. */
export type AddressKind = 'public' | 'private' | 'special'

/** kindOf tells where an address leads. */
export function kindOf(address: readonly number[]): AddressKind {
  if (PRIVATE.some((network) => isIn(address, network))) return 'private'
  if (address.length === 4) return SPECIAL_V4.some((network) => isIn(address, network)) ? 'special' : 'public'
  return GLOBAL_V6 && isIn(address, GLOBAL_V6) && !SPECIAL_V6.some((network) => isIn(address, network)) ? 'public' : 'special'
}
