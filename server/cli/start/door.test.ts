import net from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from '#server/platform/embedded/ports.ts'
import { addressOf, checkDoor } from './door.ts'
import { planStack } from './plan.ts'
import { parseEnv } from '#server/platform/env.ts'

const door = (more: Record<string, string> = {}) => parseEnv(more)

test.each([
  ['loopback', {}, 'http://127.0.0.1:3000'],
  ['every address', { HOST: '0.0.0.0', PORT: '80' }, 'http://127.0.0.1:80'],
  ['IPv6', { HOST: '::1' }, 'http://[::1]:3000'],
  ['TLS', { TLS_CERT: 'c', TLS_KEY: 'k', HOST: 'plant.example' }, 'https://plant.example:3000'],
])('address: %s', (_, variables, expected) => {
  expect(addressOf(door(variables))).toBe(expected)
})

test('a taken port is named, with the way out', async () => {
  const port = await freePort()
  const other = net.createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  await expect(checkDoor(door({ PORT: String(port) }))).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program, or not allowed for this user: choose another one, for example PORT=${port + 1} npm start.`)
  await new Promise((resolve) => other.close(resolve))
  await expect(checkDoor(door({ PORT: String(port) }))).resolves.toBeUndefined()
})

test.each([
  ['half of TLS', { TLS_CERT: import.meta.filename }, 'TLS_CERT and TLS_KEY belong together'],
  ['a certificate that is not there', { TLS_CERT: '/none.pem', TLS_KEY: import.meta.filename }, 'TLS_CERT names /none.pem'],
])('%s', async (_, variables, words) => {
  await expect(checkDoor(door({ ...variables, PORT: String(await freePort()) }))).rejects.toThrow(words)
})

test('the stack: worker first, web last but the demo, and nobody gets the schema owner\'s address', () => {
  const plans = planStack('/', door(), false, () => true)
  expect(plans.map((plan) => plan.name)).toEqual(['worker', 'gateway', 'web', 'demo'])
  expect(plans.every((plan) => plan.env && 'MW_OWNER_URL' in plan.env && plan.env['MW_OWNER_URL'] === undefined)).toBe(true)
  expect(planStack('/', door({ MILLWRIGHT_DEMO: '0' }), false, () => true).map((plan) => plan.name)).toEqual(['worker', 'gateway', 'web'])
})
