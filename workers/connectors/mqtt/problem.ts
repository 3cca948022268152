const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Check the port, and that the broker runs.',
  ENOTFOUND: 'the name of the machine is not known. Check the address.',
  EAI_AGAIN: 'the name of the machine could not be looked up. Check the address and the network.',
  EHOSTUNREACH: 'there is no way to that machine. Check the network and its firewalls.',
  ENETUNREACH: 'there is no way to that network. Check the network and its firewalls.',
  ETIMEDOUT: 'the machine does not answer. Check the address, the network and its firewalls.',
  ECONNRESET: 'the other side hung up. Check that an MQTT broker listens on this port, and whether it wants TLS (mqtts://).',
  EPROTO: 'the other side does not speak TLS as expected. Check whether the address begins with mqtt:// or mqtts://.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the other side does not speak TLS. Use mqtt://, or the port on which it speaks TLS.',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'the other side does not speak TLS. Use mqtt://, or the port on which it speaks TLS.',
  CERT_HAS_EXPIRED: 'the broker’s certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the broker signed its certificate itself. Give that certificate as the certificate authority.',
  SELF_SIGNED_CERT_IN_CHAIN: 'the authority that signed the broker’s certificate is not known here. Give its certificate as the certificate authority.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the authority that signed the broker’s certificate is not known here. Give its certificate as the certificate authority.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the authority that signed the broker’s certificate is not known here. Give its certificate as the certificate authority.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the broker’s certificate is for another name. Use the name in the certificate, or give it as the server name.',
}

// MQTT 3.1.1, 3.2.2.3 (1 to 5) and MQTT 5, 3.2.2.2 (128 and above).
const REFUSED: Readonly<Record<number, string>> = {
  1: 'it does not speak this version of MQTT. Choose the other one.',
  2: 'it does not accept the client’s name.',
  4: 'it does not accept the user name or the password.',
  5: 'it does not let this user in. Check the user name, the password and the broker’s list of users.',
  132: 'it does not speak this version of MQTT. Choose the other one.',
  133: 'it does not accept the client’s name.',
  134: 'it does not accept the user name or the password.',
  135: 'it does not let this user in. Check the user name, the password and the broker’s list of users.',
  138: 'it has banned this client.',
}

const codeOf = (error: unknown): unknown => (error !== null && typeof error === 'object' && 'code' in error ? error.code : undefined)

/** brokerProblem says in words for a person why a broker cannot be used, and what to look at; an unknown reason in the words it came with. */
export function brokerProblem(url: string, error: Error): string {
  const code = codeOf(error)
  if (typeof code === 'number') return `The broker at ${url} refused: ${REFUSED[code] ?? `${error.message} (${code}).`}`
  // Several addresses of one name were tried: the first failure speaks for all.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const known = typeof code === 'string' ? code : codeOf(first)
  const words = typeof known === 'string' ? NETWORK[known] : undefined
  if (words !== undefined) return `The broker at ${url} cannot be used: ${words}`
  const own = first instanceof Error && first.message !== '' ? first.message : String(known ?? error.name)
  return `The broker at ${url} cannot be used: ${/connack timeout/.test(own) ? 'something answers, but not as an MQTT broker does.' : own}`
}
