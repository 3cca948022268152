import type { Message } from '../kernel/message.ts'
import { recognize, say } from '../kernel/sentences.ts'

/** CONNECTION_SENTENCES say in English, for whoever looks after a source, why it is not connected; the last is for what nobody foresaw. */
export const CONNECTION_SENTENCES = {
  'refused': 'The broker at {url} cannot be used: nothing listens there. Check the port, and that the broker runs.',
  'unknown-host': 'The broker at {url} cannot be used: the name of the machine is not known. Check the address.',
  'no-route': 'The broker at {url} cannot be used: there is no way to that machine. Check the network and its firewalls.',
  'no-answer': 'The broker at {url} cannot be used: the machine does not answer. Check the address, the network and its firewalls.',
  'hung-up': 'The broker at {url} cannot be used: the other side hung up. Check that an MQTT broker listens on this port, and whether it wants TLS (mqtts://).',
  'not-tls': 'The broker at {url} cannot be used: the other side does not speak TLS. Use mqtt://, or the port on which it speaks TLS.',
  'not-mqtt': 'The broker at {url} cannot be used: something answers, but not as an MQTT broker does.',
  'certificate-expired': 'The broker at {url} cannot be used: its certificate has expired.',
  'certificate-own': 'The broker at {url} cannot be used: it signed its certificate itself. Give that certificate as the certificate authority.',
  'certificate-unknown': 'The broker at {url} cannot be used: the authority that signed its certificate is not known here. Give its certificate as the certificate authority.',
  'certificate-name': 'The broker at {url} cannot be used: its certificate is for another name. Use the name in the certificate, or give it as the server name.',
  'version': 'The broker at {url} cannot be used: it does not speak this version of MQTT. Choose the other one.',
  'client': "The broker at {url} cannot be used: it does not accept the client's name.",
  'password': 'The broker at {url} cannot be used: it does not accept the user name or the password.',
  'user': "The broker at {url} cannot be used: it does not let this user in. Check the user name, the password and the broker's list of users.",
  'banned': 'The broker at {url} cannot be used: it has banned this client.',
  'lost': 'The connection to the broker at {url} was lost; trying again.',
  'topics': 'The broker refused the subscription to {topics}.',
  'secret-name': '"{name}" is no name of a secret: use small letters, digits and hyphens.',
  'secret-missing': 'The secret "{name}" is missing: write it to the file secrets/{name} in the data folder.',
  'behind': 'The plant sends faster than readings can be judged; waiting.',
  'other': 'The broker at {url} cannot be used: {reason}',
} as const

/** ConnectionSentence names one of the sentences. */
export type ConnectionSentence = keyof typeof CONNECTION_SENTENCES

/** connectionSentence writes why a source is not connected. */
export const connectionSentence = (key: ConnectionSentence, params: Readonly<Record<string, string>> = {}): string => say(CONNECTION_SENTENCES, key, params)

/** connectionMessage recognizes a stored problem, for the reader's language; null for other words. */
export const connectionMessage = (text: string | null): Message | null => (text === null ? null : recognize(CONNECTION_SENTENCES, 'connection', text))
