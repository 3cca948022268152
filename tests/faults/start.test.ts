import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { livePostmaster, processExists } from '#server/platform/embedded/postmaster.ts'
import { findPlace } from '#server/platform/embedded/place.ts'
import { until } from '#tests/harness/process.ts'
import { newDataFolder, removeDataFolder, startProduct, type Product } from '#tests/harness/product.ts'

// The start command against kill -9 of each of its parts. Without the demo: what must survive is made by the admin command.
const root = path.resolve(import.meta.dirname, '../..')
const dataFolder = newDataFolder()
const start = (): Promise<Product> => startProduct({ dataFolder, env: { MILLWRIGHT_DEMO: '0' } })
let product: Product

interface RunFile {
  readonly pid: number
  readonly children: Readonly<Record<string, number>>
}
const runFile = (): RunFile => JSON.parse(readFileSync(path.join(dataFolder, 'run.json'), 'utf8'))
const postmaster = (): number => livePostmaster(path.join(findPlace(dataFolder)?.folder ?? '', 'data'))?.pid ?? 0
async function healthy(): Promise<boolean> {
  try {
    return (await fetch(`${product.url}/api/health`)).status === 200
  } catch {
    return false
  }
}

function admin(...args: string[]): { code: number | null; out: string; words: string } {
  const done = spawnSync(process.execPath, [path.join(root, 'server/cli/admin.mjs'), ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, DATA_DIR: dataFolder } })
  return { code: done.status, out: done.stdout, words: done.stdout + done.stderr }
}
const createUser = (email: string): { code: number | null; words: string } => admin('user', 'create', '--email', email, '--name', 'Ada', '--role', 'technician')
const userIsKept = (email: string): void => {
  expect(createUser(email).words).toContain('already a person with this e-mail address')
}

beforeAll(async () => { product = await start() }, 300_000)
afterAll(async () => { await product.stop(); removeDataFolder(dataFolder) }, 60_000)

test('the admin command works beside the running product, and with it stopped', async () => {
  expect(createUser('running@plant.example').code).toBe(0)
  const key = admin('api-key', 'create', '--name', 'line 1', '--scope', 'ingest,read', '--json')
  expect(Object.keys(JSON.parse(key.out))).toEqual(['key'])
  expect(admin('doctor').words).toContain(`Millwright runs at ${product.url}`)
  await product.stop()
  expect(createUser('stopped@plant.example').code).toBe(0)
  expect(admin('doctor').words).toContain('Millwright is stopped')
  expect(postmaster()).toBe(0)
  product = await start()
  userIsKept('stopped@plant.example')
}, 180_000)

test('a second start on the same data says so in one sentence', async () => {
  const sentence = `Millwright already runs on ${dataFolder} (process ${runFile().pid}, ${product.url}): stop it there, or choose another DATA_DIR and PORT.`
  await expect(start()).rejects.toThrow(`Millwright ended with 1:\n${sentence}\n`)
  expect(await healthy()).toBe(true)
}, 60_000)

test.each(['worker', 'gateway', 'web'])('kill -9 of the %s: it comes back by itself', async (name) => {
  const before = runFile().children[name] ?? 0
  process.kill(before, 'SIGKILL')
  await until(`${name} is back`, async () => (runFile().children[name] ?? before) !== before && processExists(runFile().children[name] ?? 0) && (await healthy()), 60_000)
}, 90_000)

test('kill -9 of PostgreSQL: it comes back by itself, data kept', async () => {
  const before = postmaster()
  process.kill(before, 'SIGKILL')
  await until('PostgreSQL is back', async () => ![0, before].includes(postmaster()) && (await healthy()), 60_000)
  userIsKept('running@plant.example')
}, 90_000)

test('kill -9 of the start command: what it started ends by itself, and the next start has the data', async () => {
  const { pid, children } = runFile()
  process.kill(pid, 'SIGKILL')
  await until('its children are gone', () => Object.values(children).every((child) => !processExists(child)), 30_000)
  product = await start()
  userIsKept('running@plant.example')
}, 180_000)

test('kill -9 of everything at once: the next start has the data', async () => {
  const { pid, children } = runFile()
  for (const victim of [product.pid, pid, postmaster(), ...Object.values(children)]) process.kill(victim, 'SIGKILL')
  product = await start()
  userIsKept('running@plant.example')
}, 180_000)

test('stopped in order, nothing is left', async () => {
  const { pid, children } = runFile()
  const all = [pid, postmaster(), ...Object.values(children)]
  expect(all.every(processExists)).toBe(true)
  await product.stop()
  expect(all.filter(processExists)).toEqual([])
  expect(product.output()).not.toMatch(/ended|does not start/)
}, 60_000)
