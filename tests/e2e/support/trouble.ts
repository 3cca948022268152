import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ask, tell } from './api.ts'

const root = path.resolve(import.meta.dirname, '../../..')
/** MACHINE is the demo's hydraulic unit, on which browser tests make their own trouble. */
export const MACHINE = 'HPU-201'

/** Trouble is a point of the demo's hydraulic unit with a rule of its own, fed over the public API as a plant's program would. */
export interface Trouble {
  readonly point: string
  readonly limit: number
  /** Posts one reading of now; it must be accepted. */
  readonly send: (value: number) => Promise<void>
  /** Takes the rule out of force, which ends its incident. */
  readonly end: () => Promise<void>
}

/** TroubleOf says which point exceeds which limit, and the failure mode that its order has: each test has one of its own, so that none meets another's order. */
export interface TroubleOf {
  readonly point: string
  readonly limit: number
  readonly failureMode: string
}

/** apiKey makes a key as an administrator does: by the command, beside the running product. */
export function apiKey(name: string): string {
  const args = ['run', '--silent', 'admin', '--', 'api-key', 'create', '--name', name, '--scope', 'ingest', '--org', 'lindenau', '--site', 'LIN', '--json']
  const said = execFileSync('npm', args, { cwd: root, encoding: 'utf8', env: { ...process.env, DATA_DIR: process.env.MW_E2E_DATA_DIR } })
  return (JSON.parse(said.slice(said.indexOf('{'))) as { key: string }).key
}

/** sendReading posts one reading of now of a point of the machine, as a plant's program would; it must be accepted. */
export async function sendReading(page: Page, key: string, point: string, value: number): Promise<void> {
  const answer = await page.request.post('/api/v1/readings', {
    headers: { authorization: `Bearer ${key}` }, data: { readings: [{ point: `${MACHINE}.${point}`, ts: Date.now(), value }] },
  })
  expect(answer.status(), await answer.text()).toBe(202)
  expect(await answer.json()).toMatchObject({ accepted: 1, rejected: [] })
}

/**
 * prepareTrouble publishes a rule on a point that nothing else watches, as the reliability engineer who is signed in on the page, and gets
 * a key for its readings.
 */
export async function prepareTrouble(engineer: Page, { point, limit, failureMode }: TroubleOf): Promise<Trouble> {
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(engineer, 'assets.tree')
  const definition = { kind: 'threshold', points: [point], direction: 'above', limit, clear: limit - 10, priority: 3, failureMode }
  const rule = await tell<{ id: string }>(engineer, 'rules.create', { name: `${point} above ${limit}, ${Date.now()}`, assetId: nodes.find(({ tag }) => tag === MACHINE)?.id, definition })
  await tell(engineer, 'rules.publish', { id: rule.id, note: 'Shown in a browser.' })
  const key = apiKey(`browser test ${Date.now()}`)
  return {
    point, limit,
    send: (value) => sendReading(engineer, key, point, value),
    end: async () => { await tell(engineer, 'rules.retire', { id: rule.id }) },
  }
}
