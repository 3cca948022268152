import type { Env } from './env.ts'

/** publicUrl is where people reach this installation: MW_PUBLIC_URL, or the address the web server listens on. */
export function publicUrl(env: Pick<Env, 'MW_PUBLIC_URL' | 'TLS_CERT' | 'HOST' | 'PORT'>): string {
  if (env.MW_PUBLIC_URL) return env.MW_PUBLIC_URL.replace(/\/+$/, '')
  const everywhere = env.HOST === '0.0.0.0' || env.HOST === '::'
  const host = everywhere ? 'localhost' : env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST
  return `${env.TLS_CERT ? 'https' : 'http'}://${host}:${env.PORT}`
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/**
 * allowedOrigins lists the origins whose pages may ask for changes. The public address always; its loopback twins where
 * it is a loopback address itself; and, where no public address is configured, the host the browser asked for: a page of
 * another site cannot choose the Host header its visitors send.
 */
export function allowedOrigins(env: Pick<Env, 'MW_PUBLIC_URL' | 'TLS_CERT' | 'HOST' | 'PORT'>, host: string | null): string[] {
  const own = new URL(publicUrl(env))
  const origins = new Set([own.origin])
  if (LOOPBACK.includes(own.hostname)) {
    for (const name of LOOPBACK) origins.add(`${own.protocol}//${name}${own.port === '' ? '' : `:${own.port}`}`)
  }
  if (!env.MW_PUBLIC_URL && host !== null && /^[a-z0-9.:[\]-]+$/i.test(host)) origins.add(`${own.protocol}//${host.toLowerCase()}`)
  return [...origins]
}

/**
 * isForeign tells whether a request that changes something comes from another site's page. Browsers send Origin with
 * every such request and Sec-Fetch-Site with most; a program sends neither and carries no cookie of ours by accident.
 */
export function isForeign(env: Pick<Env, 'MW_PUBLIC_URL' | 'TLS_CERT' | 'HOST' | 'PORT'>, headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return !allowedOrigins(env, headers.get('host')).includes(origin.toLowerCase())
  const site = headers.get('sec-fetch-site')
  return site !== null && site !== 'same-origin' && site !== 'none'
}
