import { createHash, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { env } from '../platform/env.ts'
import { localFiles } from '../platform/tls/local.ts'
import { appleProfile } from '../platform/tls/apple-profile.ts'

/** CertificateFacts are what a device must know to reach this installation over HTTPS. */
export interface CertificateFacts {
  /** local: devices must trust our own authority; own: the plant has a certificate, here or at a proxy; none: plain HTTP only. */
  readonly mode: 'local' | 'own' | 'none'
  /** The port of HTTPS on this machine; null behind a proxy. */
  readonly port: number | null
  /** The authority's SHA-256 fingerprint, to be compared with what the device shows; null unless local. */
  readonly fingerprint: string | null
  readonly name: string | null
  readonly validTo: number | null
}

function authority(): X509Certificate | null {
  const settings = env()
  const file = localFiles(settings.DATA_DIR).authority
  return settings.TLS === 'local' && existsSync(file) ? new X509Certificate(readFileSync(file)) : null
}

const commonName = (subject: string): string => subject.split('\n').find((line) => line.startsWith('CN='))?.slice(3) ?? 'Millwright'

/** certificateFacts reads them. */
export function certificateFacts(): CertificateFacts {
  const { MW_PUBLIC_URL, PORT, TLS_CERT } = env()
  const found = authority()
  if (found) return { mode: 'local', port: PORT, fingerprint: found.fingerprint256, name: commonName(found.subject), validTo: found.validToDate.getTime() }
  const own = TLS_CERT !== undefined || MW_PUBLIC_URL?.startsWith('https://') === true
  return { mode: own ? 'own' : 'none', port: TLS_CERT === undefined ? null : PORT, fingerprint: null, name: null, validTo: null }
}

const file = (body: BodyInit, type: string, name: string): Response => new Response(body, {
  headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
})

const missing = (): Response => Response.json({ error: { code: 'not-found', message: 'This installation has no certificate authority of its own.' } }, { status: 404 })

/** handleAuthority gives the authority's certificate as most systems take it in: DER, as application/x-x509-ca-cert. */
export function handleAuthority(): Response {
  const found = authority()
  return found ? file(new Uint8Array(found.raw), 'application/x-x509-ca-cert', 'millwright-ca.crt') : missing()
}

/** handleAppleProfile gives it as Apple's devices take it in: a configuration profile. */
export function handleAppleProfile(): Response {
  const found = authority()
  if (!found) return missing()
  const profile = appleProfile(found.raw, commonName(found.subject), createHash('sha256').update(found.raw).digest('hex'))
  return file(profile, 'application/x-apple-aspen-config', 'millwright.mobileconfig')
}
