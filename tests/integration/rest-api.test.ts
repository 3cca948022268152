import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#server/core/people/actor.ts'
import { handleHealth } from '#server/api/health.ts'
import { handleMetrics } from '#server/api/metrics.ts'
import type { RouteHandler } from '#server/api/v1/http.ts'
import type { Operation } from '#server/api/v1/operation.ts'
import { OPERATIONS } from '#server/api/v1/operations.ts'
import { openApiDocument } from '#server/api/v1/openapi.ts'
import { problemSchema } from '#server/api/v1/schemas.ts'
import { createApiKey, revokeApiKey } from '#server/modules/keys/index.ts'
import { markPeer } from '#server/platform/peer.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { withClient } from '#tests/harness/cluster.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { addOrganization, fingerprint, type SiteRows } from './support/plant-rows.ts'

const database = useTestDatabase()
const ROOT = path.resolve(import.meta.dirname, '../..')
// Says what the API is; holds no data.
const OPEN_ROUTES = ['/api/v1/openapi.json']

let ours: SiteRows
let otherSite: SiteRows
let theirs: SiteRows
const keys = { all: '', site: '', ingest: '', read: '', revoked: '', theirs: '' }

beforeAll(async () => {
  await prepareQueue()
  await withClient(database.superUrl, async (client) => {
    const north = await addOrganization(client, 'NORTH', 1)
    const south = await addOrganization(client, 'SOUTH', 501)
    ours = north.sites[0]
    otherSite = north.sites[1]
    theirs = south.sites[0]
  })
  const system: Actor = { type: 'system', orgId: ours.orgId }
  const make = async (name: string, scopes: readonly ('ingest' | 'read')[], actor: Actor, site: string, limited = true): Promise<string> => {
    const created = await createApiKey(actor, { name, scopes, site })
    if (!limited) await database.query('UPDATE api_key SET site_id = NULL WHERE id = $1', [created.id])
    return created.key
  }
  keys.all = await make('all', ['ingest', 'read'], system, ours.siteId, false)
  keys.site = await make('site', ['ingest', 'read'], system, ours.siteId)
  keys.ingest = await make('ingest', ['ingest'], system, ours.siteId)
  keys.read = await make('read', ['read'], system, ours.siteId)
  keys.theirs = await make('theirs', ['ingest', 'read'], { type: 'system', orgId: theirs.orgId }, theirs.siteId)
  const revoked = await createApiKey(system, { name: 'revoked', scopes: ['ingest', 'read'], site: ours.siteId })
  keys.revoked = revoked.key
  await revokeApiKey(system, { id: revoked.id })
})

afterAll(closeQueues)

const routePath = (file: string): string => `/${path.dirname(file).replace(/^app\//, '').replaceAll('[', '{').replaceAll(']', '}').replaceAll(path.sep, '/')}`
const routeFiles = globSync('app/api/v1/**/route.ts', { cwd: ROOT })
const fileOf = (operation: Operation): string => `app${operation.path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`

interface Sent {
  key?: string
  params?: Record<string, string>
  query?: string
  body?: BodyInit
  headers?: Record<string, string>
}

async function send(operation: Operation, options: Sent = {}): Promise<Response> {
  const module = (await import(path.join(ROOT, fileOf(operation)))) as Record<string, RouteHandler>
  const handler = module[operation.method.toUpperCase()]
  if (!handler) throw new Error(`${fileOf(operation)} has no ${operation.method.toUpperCase()}`)
  const params = options.params ?? {}
  const url = `http://127.0.0.1:3000${operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'x')}${options.query ?? ''}`
  const request = new Request(url, {
    method: operation.method.toUpperCase(),
    headers: { ...(options.key ? { authorization: `Bearer ${options.key}` } : {}), ...options.headers },
    ...(options.body === undefined ? {} : { body: options.body }),
  })
  return handler(request, { params: Promise.resolve(params) })
}

const textsOf = (rows: SiteRows): string[] => [rows.marker, rows.siteId, rows.assetId, rows.pointId, rows.sourceId, rows.batchId, rows.incidentId, rows.orderId]
// Without the marker: the caller's own quarantine repeats the key he typed.
const print = (rows: SiteRows): Promise<Readonly<Record<string, string>>> => withClient(database.superUrl, (client) => fingerprint(client, textsOf(rows).slice(1)))

type Options = Parameters<typeof send>[1]

/** How to call each operation with the ids of the rows given; an operation without an entry fails the test. */
const CALLS: Readonly<Record<string, (rows: SiteRows) => NonNullable<Options>>> = {
  postReadings: (rows) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ readings: [{ point: rows.pointKey, ts: Date.now(), value: 1 }] }),
  }),
  readBatch: (rows) => ({ params: { id: rows.batchId } }),
  listWorkOrders: (rows) => ({ query: `?source=condition&assetId=${rows.assetId}` }),
  listAssets: (rows) => ({ query: `?siteId=${rows.siteId}` }),
}

const callOf = (operation: Operation, rows: SiteRows): NonNullable<Options> => {
  const call = CALLS[operation.id]
  if (!call) throw new Error(`${operation.id} has no entry in CALLS: say how to call it with the ids of another organization.`)
  return call(rows)
}

const expectProblem = async (response: Response, status: number, code: string): Promise<void> => {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(problemSchema.parse(await response.json())).toMatchObject({ status, code })
}

const byId = (id: string): Operation => {
  const operation = OPERATIONS.find((each) => each.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  return operation
}

describe('the routes', () => {
  test('are those that the description lists, and each has a call in this test', () => {
    const there = routeFiles.map(routePath).filter((route) => !OPEN_ROUTES.includes(route))
    expect(there.sort()).toEqual([...new Set(OPERATIONS.map((operation) => operation.path))].sort())
    expect(Object.keys(CALLS).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort())
    for (const operation of OPERATIONS) expect(existsSync(path.join(ROOT, fileOf(operation)))).toBe(true)
  })

  test('are, with the doors for people and for watching, the only ones under app/api', () => {
    const others = globSync('app/api/**/route.ts', { cwd: ROOT }).map(routePath).filter((route) => !route.startsWith('/api/v1/'))
    // Each of these is tested by name: sign-in, tenant-isolation, the tests of files, uploads, tablet-doors and certificates, and below.
    const tablet = ['enrol', 'pull', 'push', 'wiped'].map((door) => `/api/tablet/${door}`)
    const certificate = ['ca.crt', 'millwright.mobileconfig'].map((file) => `/api/certificate/${file}`)
    expect(others.sort()).toEqual([
      '/api/auth/{...all}', ...certificate, '/api/files/{id}', '/api/health', '/api/metrics', '/api/posters/{id}', ...tablet, '/api/trpc/{trpc}', '/api/uploads/{{...id}}',
    ])
  })

  test('are described as OpenAPI 3.1 with every error as a problem', () => {
    const document = openApiDocument() as { openapi: string; paths: Record<string, Record<string, { responses: Record<string, unknown>; operationId: string }>> }
    expect(document.openapi).toBe('3.1.0')
    for (const operation of OPERATIONS) {
      const described = document.paths[operation.path]?.[operation.method]
      expect(described?.operationId).toBe(operation.id)
      for (const status of [operation.status, 401, 403, 422, 429, 503]) expect(described?.responses).toHaveProperty(String(status))
    }
    const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? []
    expect(new Set(references)).toEqual(new Set(['"$ref":"#/components/schemas/Problem"']))
  })
})

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('refuses a missing, a malformed, an unknown and a revoked key', async () => {
    const call = callOf(operation, ours)
    for (const key of [undefined, 'x', `mwk_${'a'.repeat(43)}`, keys.revoked]) {
      const response = await send(operation, key === undefined ? call : { ...call, key })
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      await expectProblem(response, 401, 'unauthenticated')
    }
  })

  test('refuses a key made for something else', async () => {
    for (const scope of ['ingest', 'read'] as const) {
      if (operation.scopes.includes(scope)) continue
      await expectProblem(await send(operation, { ...callOf(operation, ours), key: keys[scope] }), 403, 'forbidden')
    }
  })

  test.each(['all', 'site'] as const)('shows and changes nothing of another organization, nor of another site beyond the key (%s)', async (key) => {
    for (const rows of key === 'site' ? [theirs, otherSite] : [theirs]) {
      const before = await print(rows)
      const response = await send(operation, { ...callOf(operation, rows), key: keys[key] })
      expect([200, 202, 403, 404, 422]).toContain(response.status)
      const text = (await response.text()).replaceAll(rows.pointKey, 'the point asked for')
      for (const secret of textsOf(rows)) expect(text.includes(secret), `${operation.id} shows ${secret}`).toBe(false)
      expect(await print(rows)).toEqual(before)
    }
  })

  test('answers its own organization in the form described', async () => {
    const response = await send(operation, { ...callOf(operation, ours), key: keys.site })
    expect(response.status).toBe(operation.status)
    expect(operation.response.safeParse(await response.json())).toMatchObject({ success: true })
  })
})

describe('reading a batch', () => {
  test('is allowed to its own sender without the right to read, and not to another sender', async () => {
    const post = await send(byId('postReadings'), { ...callOf(byId('postReadings'), ours), key: keys.ingest })
    const { batch } = (await post.json()) as { batch: string }
    expect((await send(byId('readBatch'), { params: { id: batch }, key: keys.ingest })).status).toBe(200)
    await expectProblem(await send(byId('readBatch'), { params: { id: ours.batchId }, key: keys.ingest }), 404, 'not-found')
    await expectProblem(await send(byId('readBatch'), { params: { id: batch }, key: keys.theirs }), 404, 'not-found')
    await expectProblem(await send(byId('readBatch'), { params: { id: `'; drop table inbox; --` }, key: keys.site }), 404, 'not-found')
  })
})

describe('sending readings', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> => send(byId('postReadings'), { key: keys.ingest, body, headers: { 'content-type': 'application/json', ...headers } })
  const good = (): string => JSON.stringify({ readings: [{ point: ours.pointKey, ts: Date.now(), value: 1 }] })

  test('takes plain and gzip', async () => {
    expect((await post(good())).status).toBe(202)
    expect((await post(gzipSync(good()), { 'content-encoding': 'gzip' })).status).toBe(202)
  })

  test.each<[string, () => BodyInit, Record<string, string>, number, string]>([
    ['no JSON', () => '{"readings": [', {}, 422, 'invalid'],
    ['no readings', () => '{}', {}, 422, 'invalid'],
    ['an array', () => '[]', {}, 422, 'invalid'],
    ['nothing', () => '', {}, 422, 'invalid'],
    ['broken gzip', () => good(), { 'content-encoding': 'gzip' }, 422, 'invalid'],
    ['a body of 9 MB', () => Buffer.alloc(9 * 1024 * 1024, 32), {}, 413, 'too-large'],
    ['gzip that unpacks to 9 MB', () => gzipSync(Buffer.alloc(9 * 1024 * 1024, 32)), { 'content-encoding': 'gzip' }, 413, 'too-large'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    await expectProblem(await post(body(), headers), status, code)
  })

  test('never reads the organization from the payload', async () => {
    const before = await print(theirs)
    const readings = [{ point: ours.pointKey, ts: Date.now(), value: 1, orgId: theirs.orgId }]
    const response = await post(JSON.stringify({ orgId: theirs.orgId, siteId: theirs.siteId, sourceId: theirs.sourceId, readings }))
    expect(response.status).toBe(202)
    expect(await print(theirs)).toEqual(before)
  })
})

describe('somebody without a key who keeps asking', () => {
  test('is told to wait', async () => {
    const statuses: number[] = []
    let last = new Response()
    for (let i = 0; i < 150 && last.status !== 429; i++) {
      last = await send(byId('readBatch'), { params: { id: ours.batchId } })
      statuses.push(last.status)
    }
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
    expect((await send(byId('readBatch'), { params: { id: ours.batchId }, key: keys.site })).status).toBe(200)
  })
})

describe('metrics', () => {
  const ask = (headers: Record<string, string>): Promise<Response> => handleMetrics(new Request('http://127.0.0.1:3000/api/metrics', { headers }))
  const from = (address: string, headers: Record<string, string> = {}): Record<string, string> => {
    const request = { headers: { ...headers } as Record<string, string> }
    markPeer(request, address)
    return request.headers
  }

  test.each<[string, () => Record<string, string>, number[]]>([
    ['nobody known', () => ({}), [401, 429]],
    ['nobody known who says he is on this machine', () => ({ 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'x-mw-peer': 'guess direct 127.0.0.1', host: '127.0.0.1' }), [401, 429]],
    ['another machine', () => from('203.0.113.9'), [401]],
    ['another machine by way of a proxy on this one', () => from('127.0.0.1', { 'x-forwarded-for': '203.0.113.10' }), [401]],
    ['a sending key', () => ({ authorization: `Bearer ${keys.ingest}` }), [403]],
    ['this machine', () => from('127.0.0.1'), [200]],
    ['a reading key', () => ({ authorization: `Bearer ${keys.read}` }), [200]],
  ])('for %s', async (_, headers, statuses) => {
    const response = await ask(headers())
    expect(statuses).toContain(response.status)
    if (response.status === 200) expect(await response.text()).toMatch(/^millwright_inbox_waiting_batches \d+$/m)
  })
})

describe('health', () => {
  test('is ready, and says in words why not', async () => {
    const ready = await handleHealth()
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
    await database.query('ALTER TABLE inbox RENAME TO inbox_away')
    try {
      const response = await handleHealth()
      expect(response.status).toBe(503)
      expect(await response.json()).toEqual({ status: 'not-ready', reasons: [expect.stringContaining('has not been migrated')] })
    } finally {
      await database.query('ALTER TABLE inbox_away RENAME TO inbox')
    }
  })
})
