import { connectionSentence, type ConnectionSentence } from '#server/core/sources/connection-sentences.ts'

const NETWORK: Readonly<Record<string, ConnectionSentence>> = {
  ECONNREFUSED: 'refused', ENOTFOUND: 'unknown-host', EAI_AGAIN: 'unknown-host', EHOSTUNREACH: 'no-route', ENETUNREACH: 'no-route', ETIMEDOUT: 'no-answer', ECONNRESET: 'hung-up',
  EPROTO: 'not-tls', ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls', ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls',
  CERT_HAS_EXPIRED: 'certificate-expired', DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-own', SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown', UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown', ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
}

// MQTT 3.1.1, 3.2.2.3 (1 to 5) and MQTT 5, 3.2.2.2 (128 and above).
const REFUSED: Readonly<Record<number, ConnectionSentence>> = {
  1: 'version', 2: 'client', 4: 'password', 5: 'user', 132: 'version', 133: 'client', 134: 'password', 135: 'user', 138: 'banned',
}

const codeOf = (error: unknown): unknown => (error !== null && typeof error === 'object' && 'code' in error ? error.code : undefined)

function keyOf(code: unknown, words: string): ConnectionSentence {
  if (typeof code === 'number') return REFUSED[code] ?? 'other'
  if (/connack timeout/.test(words)) return 'not-mqtt'
  return (typeof code === 'string' ? NETWORK[code] : undefined) ?? 'other'
}

/** brokerProblem says for a person why a broker cannot be used, and what to look at; an unknown reason in the words it came with. */
export function brokerProblem(url: string, error: Error): string {
  // Several addresses of one name were tried: the first failure speaks for all.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const code = codeOf(error) ?? codeOf(first)
  const reason = first instanceof Error && first.message !== '' ? first.message : typeof code === 'string' ? code : error.name
  return connectionSentence(keyOf(code, reason), { url, reason })
}
