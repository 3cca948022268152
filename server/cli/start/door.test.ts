import net from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from '#server/platform/embedded/ports.ts'
import { addressOf, checkDoor, listensEverywhere, tabletWords } from './door.ts'
import { planStack } from './plan.ts'
import { parseEnv } from '#server/platform/env.ts'

const now = new Date('2026-11-26T10:00:00Z')
const door = (more: Record<string, string> = {}) => parseEnv(more)

test.each([
  ['loopback', {}, 'http://127.0.0.1:3000'],
  ['every address', { HOST: '0.0.0.0', PORT: '80' }, 'http://127.0.0.1:80'],
  ['IPv6', { HOST: '::1' }, 'http://[::1]:3000'],
  ['TLS', { TLS_CERT: 'c', TLS_KEY: 'k', HOST: 'plant.example' }, 'https://plant.example:3000'],
  ['a certificate of our own', { TLS: 'local', HOST: '0.0.0.0' }, 'https://127.0.0.1:3000'],
])('address: %s', (_, variables, expected) => {
  expect(addressOf(door(variables))).toBe(expected)
})

test('other machines reach a server that listens on every address', () => {
  expect(['0.0.0.0', '::', '127.0.0.1', 'plant.example'].map((HOST) => listensEverywhere({ HOST }))).toEqual([true, true, false, false])
})

const press = { hostname: 'press', interfaces: { eth0: [{ address: '10.4.0.7', internal: false }] } }

test.each([
  ['only this machine', {}, press, []],
  ['plain HTTP', { HOST: '0.0.0.0' }, press, ['  On other machines: http://10.4.0.7:3000. Tablets need HTTPS to work without a network; TLS=local makes it.']],
  ['a certificate of our own', { HOST: '0.0.0.0', TLS: 'local' }, press, ['  On tablets: first http://10.4.0.7:3000/certificate, then https://10.4.0.7:3000/m']],
  ['a name that a person gave', { HOST: '::', TLS: 'local', TLS_HOSTS: 'plant.local,10.1.1.1' }, press, ['  On tablets: first http://plant.local:3000/certificate, then https://plant.local:3000/m']],
  ['no address', { HOST: '0.0.0.0', TLS: 'local' }, { hostname: 'press', interfaces: {} }, ['  On tablets: first http://press:3000/certificate, then https://press:3000/m']],
  ['a certificate of the plant', { HOST: '0.0.0.0', TLS_CERT: 'c', TLS_KEY: 'k' }, press, ['  On tablets: /m at the name in the certificate.']],
])('what is said about tablets: %s', (_, variables, machine, expected) => {
  expect(tabletWords(door(variables), machine)).toEqual(expected)
})

test('a taken port is named, with the way out', async () => {
  const port = await freePort()
  const other = net.createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  await expect(checkDoor(door({ PORT: String(port) }), now)).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program, or not allowed for this user: choose another one, for example PORT=${port + 1} npm start.`)
  await new Promise((resolve) => other.close(resolve))
  await expect(checkDoor(door({ PORT: String(port) }), now)).resolves.toEqual([])
})

test.each([
  ['half of TLS', { TLS_CERT: import.meta.filename }, 'TLS_CERT and TLS_KEY belong together'],
  ['a certificate that is not there', { TLS_CERT: '/none.pem', TLS_KEY: import.meta.filename }, 'TLS_CERT names /none.pem, which is not there or not readable by this user (ENOENT).'],
  ['a certificate that is none', { TLS_CERT: import.meta.filename, TLS_KEY: import.meta.filename }, 'which is not a certificate in PEM form'],
  ['two kinds of certificates', { TLS: 'local', TLS_CERT: 'c', TLS_KEY: 'k' }, 'TLS=local makes a certificate of its own'],
  ['a plain port beside plain HTTP', { HTTP_PORT: '80' }, 'HTTP_PORT leads to HTTPS, which is not spoken'],
  ['one port for both', { TLS: 'local', HTTP_PORT: '3456', PORT: '3456' }, 'HTTP_PORT and PORT must differ'],
])('%s', async (_, variables, words) => {
  await expect(checkDoor(door({ PORT: String(await freePort()), ...variables }), now)).rejects.toThrow(words)
})

test('the stack: worker first, web last but the demo, and nobody gets the schema owner\'s address', () => {
  const plans = planStack('/', door(), false, () => true)
  expect(plans.map((plan) => plan.name)).toEqual(['worker', 'gateway', 'web', 'demo'])
  expect(plans.every((plan) => plan.env && 'MW_OWNER_URL' in plan.env && plan.env['MW_OWNER_URL'] === undefined)).toBe(true)
  expect(planStack('/', door({ MILLWRIGHT_DEMO: '0' }), false, () => true).map((plan) => plan.name)).toEqual(['worker', 'gateway', 'web'])
})
