import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { provideEnv, type Env } from '#server/platform/env.ts'
import { ensureLocal, thisMachine, type LocalCertificate } from '#server/platform/tls/local.ts'
import { readHosts } from '#server/platform/tls/names.ts'

const LOOK_MS = HOUR_MS

function words({ files, madeAuthority, madeServer, left }: LocalCertificate): string[] {
  const { fingerprint256 } = new X509Certificate(readFileSync(files.authority))
  return [
    ...(madeAuthority ? [`A certificate authority of this installation was made. Its fingerprint (SHA-256) is\n    ${fingerprint256}\n  Tablets trust it once: the page /certificate tells how.`] : []),
    ...(madeServer && !madeAuthority ? ['The certificate of this machine was made anew; tablets need nothing.'] : []),
    ...(left.length > 0 ? [`The authority may not vouch for ${left.join(', ')}: it was made before this machine had that name. Remove its folder ${files.authority.replace(/[^/\\]+$/, '')} to make another, which every tablet must then trust.`] : []),
  ]
}

/**
 * keepLocalCertificate makes the certificate of our own when it is missing, tells the web server where it is, and makes it
 * anew before it ends or when the machine's addresses change; the web server notices by itself. Returns what ends that.
 */
export async function keepLocalCertificate(dataFolder: string, { TLS_HOSTS }: Pick<Env, 'TLS_HOSTS'>, tell: (line: string) => void): Promise<() => void> {
  const given = readHosts(TLS_HOSTS ?? '') ?? []
  const made = await ensureLocal(dataFolder, given, thisMachine(), new Date())
  for (const line of words(made)) tell(line)
  provideEnv({ TLS_CERT: made.files.cert, TLS_KEY: made.files.key })
  const timer = setInterval(() => {
    ensureLocal(dataFolder, given, thisMachine(), new Date()).then((found) => {
      if (found.madeServer) for (const line of words(found)) tell(line)
    }, (error: unknown) => { tell(`The certificate of this machine could not be looked after: ${(error as Error).message}`) })
  }, LOOK_MS)
  return () => { clearInterval(timer) }
}
