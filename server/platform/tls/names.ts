import { isIP } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'

/** HostNames are the names and addresses under which browsers reach this machine, without repetition. */
export interface HostNames {
  readonly dns: readonly string[]
  readonly ip: readonly string[]
}

/** Machine is what the operating system says about its own name and addresses. */
export interface Machine {
  readonly hostname: string
  readonly interfaces: Readonly<Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'internal'>[] | undefined>>
}

// An address of one cable only means nothing to another machine's browser.
const isLinkLocal = (address: string): boolean => /^fe[89ab][0-9a-f]:/i.test(address) || address.startsWith('169.254.')

const isDnsName = (name: string): boolean => name.length <= 253 && /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?$/i.test(name)

/** readHosts splits what a person wrote, such as "plant.local, 10.1.2.3", into names and addresses; null when a part is neither. */
export function readHosts(text: string): string[] | null {
  const hosts = text.split(',').map((part) => part.trim().replace(/^\[|\]$/g, '')).filter((part) => part !== '')
  return hosts.length > 0 && hosts.every((host) => isIP(host) !== 0 || isDnsName(host)) ? hosts : null
}

/** namesOfMachine lists what a certificate of this machine should stand for: what a person named, its own name (also as mDNS says it), its addresses, and loopback. */
export function namesOfMachine({ hostname, interfaces }: Machine, given: readonly string[]): HostNames {
  const own = hostname.toLowerCase()
  const addresses = Object.values(interfaces).flatMap((list) => list ?? []).filter(({ internal, address }) => !internal && !isLinkLocal(address)).map(({ address }) => address)
  const all = [...given, ...(isDnsName(own) ? [own, ...(own.includes('.') ? [] : [`${own}.local`])] : []), 'localhost', ...addresses, '127.0.0.1', '::1']
  const unique = [...new Set(all.map((name) => name.toLowerCase()))]
  return { dns: unique.filter((name) => isIP(name) === 0), ip: unique.filter((name) => isIP(name) !== 0) }
}
