import { X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import path from 'node:path'
import { DAY_MS } from '../../core/kernel/time.ts'
import { issueServer, makeAuthority, type Pem } from './authority.ts'
import { constraintsFor, permitted } from './constraints.ts'
import { namesOfMachine, type HostNames, type Machine } from './names.ts'

const RENEW_DAYS = 30

/** LocalFiles are where an installation keeps its own authority and the server's certificate. */
export interface LocalFiles {
  readonly authority: string
  readonly cert: string
  readonly key: string
}

/** localFiles names them for a data folder. */
export function localFiles(dataFolder: string): LocalFiles & { readonly authorityKey: string; readonly names: string } {
  const at = (name: string): string => path.join(dataFolder, 'tls', name)
  return { authority: at('ca.crt'), authorityKey: at('ca.key'), names: at('ca-names.json'), cert: at('server.crt'), key: at('server.key') }
}

/** thisMachine is what the operating system says now. */
export const thisMachine = (): Machine => ({ hostname: hostname(), interfaces: networkInterfaces() })

// A half-written key is worse than an old one: written beside, then moved.
function write(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const ends = (cert: string): number => new X509Certificate(cert).validToDate.getTime()

function namesIn(cert: string): ReadonlySet<string> {
  const listed = new X509Certificate(cert).subjectAltName?.split(', ') ?? []
  return new Set(listed.map((entry) => entry.slice(entry.indexOf(':') + 1).toLowerCase()))
}

// Addresses are compared as bytes would be: OpenSSL writes IPv6 in its own way.
const plain = (name: string): string => (name.includes(':') ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name)

const stillGood = (cert: string, names: HostNames, now: Date): boolean => {
  const listed = new Set([...namesIn(cert)].map(plain))
  return ends(cert) - now.getTime() > RENEW_DAYS * DAY_MS && [...names.dns, ...names.ip].every((name) => listed.has(plain(name)))
}

interface Authority extends Pem {
  /** What it was made for: its constraints follow from these. */
  readonly names: HostNames
  readonly made: boolean
}

async function authorityIn(files: ReturnType<typeof localFiles>, machine: Machine, names: HostNames, now: Date): Promise<Authority> {
  if (existsSync(files.authority) && existsSync(files.authorityKey) && existsSync(files.names)) {
    const kept = { cert: readFileSync(files.authority, 'utf8'), key: readFileSync(files.authorityKey, 'utf8') }
    // One that a server's certificate would outlive is made anew in time: tablets then have to trust the new one.
    if (ends(kept.cert) - now.getTime() > RENEW_DAYS * DAY_MS) return { ...kept, names: JSON.parse(readFileSync(files.names, 'utf8')) as HostNames, made: false }
  }
  const made = await makeAuthority(machine.hostname, names, now)
  write(files.authorityKey, made.key)
  write(files.names, JSON.stringify(names))
  write(files.authority, made.cert)
  return { ...made, names, made: true }
}

/** LocalCertificate is the outcome: the files, whether an authority or a server's certificate was made, and names that the authority may not vouch for. */
export interface LocalCertificate {
  readonly files: LocalFiles
  readonly madeAuthority: boolean
  readonly madeServer: boolean
  readonly left: readonly string[]
}

/**
 * ensureLocal makes what is missing, ends within 30 days, or does not name this machine any more; what is good stays.
 * The authority stays for its ten years, so that a tablet has to trust it once only.
 */
export async function ensureLocal(dataFolder: string, given: readonly string[], machine: Machine, now: Date): Promise<LocalCertificate> {
  const files = localFiles(dataFolder)
  mkdirSync(path.dirname(files.cert), { recursive: true, mode: 0o700 })
  chmodSync(path.dirname(files.cert), 0o700)
  const wanted = namesOfMachine(machine, given)
  const authority = await authorityIn(files, machine, wanted, now)
  const names = permitted(wanted, constraintsFor(authority.names))
  const left = [...wanted.dns, ...wanted.ip].filter((name) => !names.dns.includes(name) && !names.ip.includes(name))
  const good = !authority.made && existsSync(files.cert) && existsSync(files.key) && stillGood(readFileSync(files.cert, 'utf8'), names, now)
  if (!good) {
    const server = await issueServer(authority, names, now)
    write(files.key, server.key)
    write(files.cert, server.cert)
  }
  return { files: { authority: files.authority, cert: files.cert, key: files.key }, madeAuthority: authority.made, madeServer: !good, left }
}
