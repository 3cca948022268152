import { randomBytes } from 'node:crypto'
import { DAY_MS, HOUR_MS } from '../../core/kernel/time.ts'
import { constraintsFor, encodeConstraints } from './constraints.ts'
import type { HostNames } from './names.ts'
import { x509 } from './x509.ts'

// ECDSA on P-256: every tablet understands it, and a handshake costs little.
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const NAME_CONSTRAINTS = '2.5.29.30'
const AUTHORITY_DAYS = 3653
/** SERVER_DAYS is how long a server's certificate holds; browsers refuse more than 398 days. */
export const SERVER_DAYS = 397

/** Pem is a certificate with its private key, as texts. */
export interface Pem {
  readonly cert: string
  readonly key: string
}

// Tablets whose clocks go behind would refuse what begins this instant.
const validity = (now: Date, days: number): { notBefore: Date; notAfter: Date } => {
  const notBefore = new Date(now.getTime() - HOUR_MS)
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * DAY_MS) }
}

const serial = (): string => Buffer.concat([Buffer.from([0x40 | (randomBytes(1)[0] ?? 0) >> 2]), randomBytes(15)]).toString('hex')

async function keyPem(key: CryptoKey): Promise<string> {
  const { PemConverter } = await x509()
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}

/** makeAuthority makes this installation's own certificate authority for ten years; it can vouch for nothing but private names and the machine's own. */
export async function makeAuthority(hostname: string, names: HostNames, now: Date): Promise<Pem> {
  const { BasicConstraintsExtension, Extension, KeyUsageFlags, KeyUsagesExtension, SubjectKeyIdentifierExtension, X509CertificateGenerator } = await x509()
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const cert = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    // The date tells two of them apart in a tablet's list.
    name: [{ O: ['Millwright'] }, { CN: [`Millwright on ${hostname.slice(0, 38)} ${now.toISOString().slice(0, 10)}`] }],
    ...validity(now, AUTHORITY_DAYS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      new Extension(NAME_CONSTRAINTS, true, new Uint8Array(encodeConstraints(constraintsFor(names)))),
    ],
  })
  return { cert: `${cert.toString('pem')}\n`, key: await keyPem(keys.privateKey) }
}

/** issueServer makes a server's certificate for these names, signed by the authority; its text ends with the authority's, as a chain. */
export async function issueServer(authority: Pem, names: HostNames, now: Date): Promise<Pem> {
  const {
    AuthorityKeyIdentifierExtension, BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, PemConverter,
    SubjectAlternativeNameExtension, SubjectKeyIdentifierExtension, X509Certificate, X509CertificateGenerator,
  } = await x509()
  const issuer = new X509Certificate(authority.cert)
  const signingKey = await crypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(authority.key), ALGORITHM, false, ['sign'])
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const { notBefore, notAfter } = validity(now, SERVER_DAYS)
  const cert = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: [{ O: ['Millwright'] }, { CN: [(names.dns[0] ?? names.ip[0] ?? 'millwright').slice(0, 64)] }],
    issuer: issuer.subjectName,
    notBefore,
    // Never longer than the authority itself.
    notAfter: new Date(Math.min(notAfter.getTime(), issuer.notAfter.getTime())),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...names.dns.map((value) => ({ type: 'dns' as const, value })),
        ...names.ip.map((value) => ({ type: 'ip' as const, value })),
      ]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return { cert: `${cert.toString('pem')}\n${authority.cert}`, key: await keyPem(keys.privateKey) }
}
