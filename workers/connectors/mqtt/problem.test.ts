import { describe, expect, it } from 'vitest'
import { brokerProblem } from './problem.ts'

const URL = 'mqtt://broker:1883'
const failure = (message: string, code?: string | number): Error => Object.assign(new Error(message), code === undefined ? {} : { code })

describe('brokerProblem', () => {
  it.each<[string, Error, string]>([
    ['nothing listens', failure('connect ECONNREFUSED', 'ECONNREFUSED'), `The broker at ${URL} cannot be used: nothing listens there. Check the port, and that the broker runs.`],
    ['no such name', failure('getaddrinfo ENOTFOUND broker', 'ENOTFOUND'), 'the name of the machine is not known'],
    ['several addresses, all refused', Object.assign(new AggregateError([failure('x', 'ECONNREFUSED'), failure('y', 'ECONNREFUSED')], ''), { code: 'ECONNREFUSED' }), 'nothing listens there'],
    ['several addresses, no code of their own', new AggregateError([failure('x', 'EHOSTUNREACH')], ''), 'there is no way to that machine'],
    ['a wrong password (5)', failure('Connection refused: Bad User Name or Password', 134), `The broker at ${URL} cannot be used: it does not accept the user name or the password.`],
    ['not let in (3.1.1)', failure('Connection refused: Not authorized', 5), 'it does not let this user in'],
    ['a version it does not speak', failure('Connection refused: Unsupported Protocol Version', 132), 'Choose the other one'],
    ['a refusal without words of ours', failure('Connection refused: Server busy', 137), 'cannot be used: Connection refused: Server busy'],
    ['a certificate of its own', failure('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'Give that certificate as the certificate authority'],
    ['another kind of server', failure('connack timeout'), 'not as an MQTT broker does'],
    ['anything else', failure('the cable is purple'), 'cannot be used: the cable is purple'],
    ['nothing at all', failure(''), 'cannot be used: Error'],
  ])('%s', (_, error, words) => expect(brokerProblem(URL, error)).toContain(words))
})
