import { err, ok, type Result } from '../kernel/result.ts'
import { isIn, kindOf, parseAddress, parseNetwork, type Network } from './address.ts'

/** Allowed is one entry of the installation's allow list: a host name, or a network, at one port or any. */
export interface Allowed {
  readonly host: string | null
  readonly network: Network | null
  readonly port: number | null
}

/** Target is where a request would go. */
export interface Target {
  readonly url: string
  readonly secure: boolean
  readonly host: string
  readonly port: number
  /** Set when the host is an address already. */
  readonly address: readonly number[] | null
}

// Organizations share an installation and its network, so none of them opens it for itself.
const WHO_ALLOWS = 'Whoever runs this installation can allow it with WEBHOOK_ALLOW.'

const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/
const bareHost = (host: string): string => host.toLowerCase().replace(/\.$/, '')

/** parseAllowed reads an entry such as "gateway.plant.local", "10.1.2.0/24", "192.168.7.20:8080" or "[fd00::7]:8080"; null when it is none. */
export function parseAllowed(text: string): Allowed | null {
  const trimmed = text.trim().toLowerCase()
  const whole = parseNetwork(trimmed)
  if (whole) return { host: null, network: whole, port: null }
  const [, place = '', digits] = /^(.+?)(?::(\d{1,5}))?$/.exec(trimmed) ?? []
  const port = digits === undefined ? null : Number(digits)
  if (port !== null && (port < 1 || port > 65_535)) return null
  const network = parseNetwork(place)
  if (network) return { host: null, network, port }
  return NAME.test(bareHost(place)) ? { host: bareHost(place), network: null, port } : null
}

/** parseAllowList reads entries separated by commas or spaces; null when one of them is none. */
export function parseAllowList(text: string): Allowed[] | null {
  const entries = text.split(/[,\s]+/).filter((entry) => entry !== '').map(parseAllowed)
  const known = entries.filter((entry) => entry !== null)
  return known.length === entries.length ? known : null
}

const refuse = (words: string): Result<never, string> => err(words)

/** parseTarget reads the address of an endpoint; an error says in words what is wrong with it. Only https and http, without a name and password in it. */
export function parseTarget(text: string): Result<Target, string> {
  if (!URL.canParse(text)) return refuse('This is not a complete address: it begins with https:// and names a host.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(`Messages go over https, not ${url.protocol.replace(':', '')}.`)
  if (url.username !== '' || url.password !== '') return refuse('The address must not carry a name or a password: messages are signed instead.')
  const secure = url.protocol === 'https:'
  const host = bareHost(url.hostname)
  if (host === '') return refuse('The address names no host.')
  url.hash = ''
  return ok({ url: url.href, secure, host, port: url.port === '' ? (secure ? 443 : 80) : Number(url.port), address: parseAddress(host) })
}

const portFits = ({ port }: Allowed, target: Target): boolean => port === null || port === target.port
const namedBy = (allowed: Allowed, target: Target): boolean => allowed.host !== null && allowed.host === target.host && portFits(allowed, target)
const holds = (allowed: Allowed, target: Target, address: readonly number[]): boolean =>
  allowed.network !== null && isIn(address, allowed.network) && portFits(allowed, target)

/**
 * judgeAddress decides whether a request for a target may go to an address that its host resolved to: words when not. A host that
 * is allowed by name may lie in a private network; this machine and other special places must be allowed by address.
 */
export function judgeAddress(target: Target, address: string, allow: readonly Allowed[]): string | null {
  const bytes = parseAddress(address)
  if (!bytes) return `${target.host} leads to ${address}, which is no address.`
  const kind = kindOf(bytes)
  const byAddress = allow.some((one) => holds(one, target, bytes))
  const byName = allow.some((one) => namedBy(one, target))
  if (kind === 'special' && !byAddress) return `${target.host} leads to ${address}, to this machine or another special place. ${WHO_ALLOWS}`
  if (kind === 'private' && !byAddress && !byName) return `${target.host} leads to ${address}, inside a private network. ${WHO_ALLOWS}`
  if (!target.secure && !byAddress && !byName) return `${target.host} is reached over http, which others can read: use https. For a host inside the plant: ${WHO_ALLOWS}`
  return null
}
