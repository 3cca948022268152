import { AppError } from '#server/core/kernel/errors.ts'
import { portIsFree } from '#server/platform/embedded/ports.ts'
import type { Env } from '#server/platform/env.ts'
import { readCertificate } from '#server/platform/tls/files.ts'
import { namesOfMachine, readHosts, type Machine } from '#server/platform/tls/names.ts'

type Door = Pick<Env, 'HOST' | 'PORT' | 'HTTP_PORT' | 'TLS' | 'TLS_CERT' | 'TLS_KEY'>

/** listensEverywhere tells whether other machines reach the web server by any of this machine's addresses. */
export const listensEverywhere = ({ HOST }: Pick<Env, 'HOST'>): boolean => HOST === '0.0.0.0' || HOST === '::'

/** addressOf is where a browser on this machine finds the web server. */
export function addressOf(door: Door): string {
  const host = listensEverywhere(door) ? '127.0.0.1' : door.HOST.includes(':') ? `[${door.HOST}]` : door.HOST
  return `${door.TLS === 'local' || (door.TLS_CERT && door.TLS_KEY) ? 'https' : 'http'}://${host}:${door.PORT}`
}

/** checkDoor makes sure that the web server will be able to listen; throws with one sentence that says what to change, and gives what a person should know. */
export async function checkDoor(given: Door, now: Date): Promise<string[]> {
  const { HOST, PORT, HTTP_PORT, TLS, TLS_CERT, TLS_KEY } = given
  const secure = TLS === 'local' || TLS_CERT !== undefined
  if (Boolean(TLS_CERT) !== Boolean(TLS_KEY)) throw new AppError('invalid', 'TLS_CERT and TLS_KEY belong together: set both, or neither.')
  if (TLS === 'local' && TLS_CERT) throw new AppError('invalid', 'TLS=local makes a certificate of its own: set either it, or TLS_CERT and TLS_KEY.')
  if (HTTP_PORT !== undefined && !secure) throw new AppError('invalid', 'HTTP_PORT leads to HTTPS, which is not spoken: set TLS=local, or TLS_CERT and TLS_KEY.')
  if (HTTP_PORT === PORT) throw new AppError('invalid', 'HTTP_PORT and PORT must differ; PORT answers plain HTTP, too.')
  const told = TLS_CERT && TLS_KEY ? ending(TLS_CERT, readCertificate(TLS_CERT, TLS_KEY).validTo, now) : []
  for (const [name, port] of [['PORT', PORT], ['HTTP_PORT', HTTP_PORT]] as const) {
    if (port === undefined || (await portIsFree(HOST, port))) continue
    throw new AppError('unavailable', `Port ${port} on ${HOST} is taken by another program, or not allowed for this user: choose another one, for example ${name}=${port + 1} npm start.`)
  }
  return told
}

// A certificate that has ended must not stop the plant's readings: browsers will say it, too.
const ending = (file: string, validTo: Date, now: Date): string[] =>
  validTo > now ? [] : [`The certificate in ${file} ended on ${validTo.toISOString().slice(0, 10)}: browsers warn of it until the file is renewed.`]

/** tabletWords says where tablets and other machines find the web server, and what they need first; nothing where only this machine reaches it. */
export function tabletWords(given: Door & Pick<Env, 'TLS_HOSTS'>, machine: Machine): string[] {
  if (!listensEverywhere(given)) return []
  const named = readHosts(given.TLS_HOSTS ?? '') ?? []
  const { dns, ip } = namesOfMachine(machine, [])
  const name = named[0] ?? ip.find((address) => address.includes('.') && address !== '127.0.0.1') ?? dns[0] ?? 'localhost'
  const at = `${name.includes(':') ? `[${name}]` : name}:${given.PORT}`
  if (given.TLS === 'local') return [`  On tablets: first http://${at}/certificate, then https://${at}/m`]
  if (given.TLS_CERT) return ['  On tablets: /m at the name in the certificate.']
  return [`  On other machines: http://${at}. Tablets need HTTPS to work without a network; TLS=local makes it.`]
}
