import { TRPCError } from '@trpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import type pg from 'pg'
import type { Grant, PersonActor } from '#server/core/people/actor.ts'
import { FIRST_DAY_STEPS } from '#server/core/people/first-day.ts'
import { ROLES, type Role } from '#server/core/people/permissions.ts'
import type { ApiContext } from '#server/api/trpc/context.ts'
import { createCaller } from '#server/api/trpc/init.ts'
import { appRouter } from '#server/api/trpc/routers/index.ts'
import { publishLive } from '#server/platform/live.ts'
import { withTenant } from '#server/platform/db.ts'
import { withClient } from '#tests/harness/cluster.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { addOrganization, fingerprint, type SiteRows } from './support/plant-rows.ts'
import { PROCEDURE_FIXTURES, type ProcedureFixture } from './support/procedure-fixtures.ts'

const database = useTestDatabase()

interface AnyProcedure {
  readonly _def: { readonly type: 'query' | 'mutation' | 'subscription'; readonly meta?: { readonly permission?: string; readonly firstDay?: string } }
}
const PROCEDURES = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)
const STREAMS = new Set(['live.changes'])
const called = PROCEDURES.filter(([path]) => !STREAMS.has(path))

let ours: SiteRows
let otherSite: SiteRows
let theirs: SiteRows

beforeAll(async () => {
  await withClient(database.superUrl, async (client) => {
    const north = await addOrganization(client, 'NORTH', 1)
    const south = await addOrganization(client, 'SOUTH', 501)
    ours = north.sites[0]
    otherSite = north.sites[1]
    theirs = south.sites[0]
  })
})

const contextOf = (role: Role, siteId: string | null): ApiContext => {
  const grants: Grant[] = [{ role, siteId }]
  const actor: PersonActor = { type: 'person', orgId: ours.orgId, personId: ours.people[role], name: `${ours.marker} ${role}`, grants }
  return { actor, session: { id: 'session', userId: 'user' }, requestId: 'request', locale: 'en' }
}

type Answer = { readonly kind: 'answered'; readonly value: unknown } | { readonly kind: 'refused'; readonly error: TRPCError }

async function call(path: string, role: Role, siteId: string | null, input: unknown): Promise<Answer> {
  const caller = createCaller(appRouter)(contextOf(role, siteId)) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const [group = '', name = ''] = path.split('.')
  try {
    return { kind: 'answered', value: await caller[group]?.[name]?.(input) }
  } catch (error) {
    if (error instanceof TRPCError) return { kind: 'refused', error }
    throw error
  }
}

const textsOf = (rows: SiteRows): string[] => [
  rows.marker, rows.siteId, rows.classId, rows.assetId, rows.pointId, rows.sourceId, rows.batchId, rows.ruleId, rows.incidentId, rows.orderId, rows.taskId, rows.teamId, rows.keyId,
  ...Object.values(rows.people),
]

const print = (rows: SiteRows): Promise<Readonly<Record<string, string>>> => withClient(database.superUrl, (client: pg.Client) => fingerprint(client, textsOf(rows)))

const fixtureOf = (path: string): ProcedureFixture => {
  const fixture = PROCEDURE_FIXTURES[path]
  if (!fixture) throw new Error(`${path} has no entry in procedure-fixtures.ts: say how to call it with the ids of another organization.`)
  return fixture
}

/** A refusal is the permission's or the scope's; any other error would mean that the call came further than it may. */
function expectRefusal(path: string, role: Role, error: TRPCError): void {
  expect(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHORIZED'], `${path} as ${role}: ${error.code} ${error.message}`).toContain(error.code)
}

function expectNothingShown(path: string, role: Role, value: unknown, rows: SiteRows): void {
  const shown = JSON.stringify(value ?? null)
  for (const text of textsOf(rows)) expect(shown.includes(text), `${path} as ${role} shows ${text}`).toBe(false)
}

async function tryEverybody(path: string, siteId: string | null, rows: SiteRows): Promise<void> {
  const fixture = fixtureOf(path)
  const isMutation = called.some(([each, { _def }]) => each === path && _def.type === 'mutation')
  const before = await print(rows)
  for (const role of ROLES) {
    const answer = await call(path, role, siteId, fixture.input(rows))
    if (answer.kind === 'refused') expectRefusal(path, role, answer.error)
    else {
      expect(isMutation && !fixture.namesNothing, `${path} as ${role} accepted a change of rows that are not its own`).toBe(false)
      expectNothingShown(path, role, answer.value, rows)
    }
  }
  expect(await print(rows)).toEqual(before)
}

describe('every procedure', () => {
  test('declares a permission and has a fixture; no fixture is left over', () => {
    expect(PROCEDURES.filter(([, { _def }]) => !_def.meta?.permission).map(([path]) => path)).toEqual([])
    expect(Object.keys(PROCEDURE_FIXTURES).sort()).toEqual(PROCEDURES.map(([path]) => path).sort())
  })

  test.each(called.map(([path]) => path))('%s refuses somebody who is not signed in', async (path) => {
    const caller = createCaller(appRouter)({ actor: null, session: null, requestId: 'request', locale: 'en' }) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
    const [group = '', name = ''] = path.split('.')
    await expect(caller[group]?.[name]?.(fixtureOf(path).input(ours))).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  test.each(called.map(([path]) => path))('%s gives no role anything of another organization', async (path) => {
    await tryEverybody(path, null, theirs)
  })

  test.each(called.map(([path]) => path))('%s gives no role anything of another site', async (path) => {
    await tryEverybody(path, ours.siteId, otherSite)
  })

  // Without this, a fixture whose ids mean nothing would be refused for the wrong reason.
  test.each(called.filter(([path]) => !PROCEDURE_FIXTURES[path]?.namesNothing).map(([path]) => path))('%s does answer an administrator of the same organization', async (path) => {
    if (path === 'me.switchOrganization') return // belongs to a session, see sign-in.test.ts
    const answer = await call(path, 'admin', null, fixtureOf(path).input(ours))
    if (answer.kind === 'answered') return
    // An order in another state, or the last of something, is an answer too; a refusal or a misread input is not.
    expect(answer.error.code, answer.error.message).toBe('CONFLICT')
  })
})

test('every first-day step is done by a procedure', () => {
  const done = new Set(PROCEDURES.map(([, { _def }]) => _def.meta?.firstDay))
  expect(FIRST_DAY_STEPS.filter((step) => !done.has(step))).toEqual([])
})

describe('the live stream', () => {
  test('carries the changes of the caller\'s organization only', async () => {
    const stop = new AbortController()
    const caller = createCaller(appRouter)(contextOf('technician', null), { signal: stop.signal })
    const stream = (await caller.live.changes({}))[Symbol.asyncIterator]()
    await stream.next()
    const next = stream.next()
    const announce = (rows: SiteRows): Promise<void> => withTenant(rows.orgId, ({ exec }) => publishLive(exec, rows.orgId, { entity: 'work-order', id: rows.orderId }))
    // The stream listens a moment after it was asked for, so ours is announced until it comes; theirs before it each time.
    let arrived = false
    void next.then(() => { arrived = true })
    for (let tries = 0; tries < 100 && !arrived; tries++) {
      await announce(theirs)
      await announce(ours)
      await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 100))])
    }
    const { value } = await next
    expect(JSON.stringify(value)).toContain(ours.orderId)
    expect(JSON.stringify(value)).not.toContain(theirs.orderId)
    stop.abort()
    await stream.return?.(undefined)
  })
})
