import * as z from 'zod'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCaller, procedure, router } from '#server/api/trpc/init.ts'
import { appRouter } from '#server/api/trpc/routers/index.ts'
import { FIRST_DAY_STEPS } from '#server/core/people/first-day.ts'
import { publishLive } from '#server/platform/live.ts'
import { systemTx, withTenant } from '#server/platform/db.ts'
import { withClient } from '#tests/harness/cluster.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { addOrganization, type SiteRows } from './support/plant-rows.ts'
import { PROCEDURE_FIXTURES, type ProcedureFixture } from './support/procedure-fixtures.ts'
import { call, contextOf, NOBODY, trespass } from './support/trespass.ts'

const database = useTestDatabase()

interface AnyProcedure {
  readonly _def: { readonly type: 'query' | 'mutation' | 'subscription'; readonly meta?: { readonly permission?: string; readonly firstDay?: string } }
}
const PROCEDURES = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>).map(([path, { _def }]) => ({ path, ..._def }))
// Streams do not end: they have a test of their own below.
const called = PROCEDURES.filter(({ type }) => type !== 'subscription')
const withIds = called.filter(({ path }) => !PROCEDURE_FIXTURES[path]?.namesNothing)

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

const fixtureOf = (path: string): ProcedureFixture => {
  const fixture = PROCEDURE_FIXTURES[path]
  if (!fixture) throw new Error(`${path} has no entry in support/procedure-fixtures.ts: say how to call it with the ids of another organization.`)
  return fixture
}

const attempt = (path: string, type: (typeof PROCEDURES)[number]['type'], siteId: string | null, rows: SiteRows): Promise<string[]> => {
  const { input, namesNothing = false } = fixtureOf(path)
  return trespass({ router: appRouter, path, type, by: ours, siteId, rows, input, namesNothing, superUrl: database.superUrl })
}

describe('every procedure', () => {
  test('declares a permission and has a fixture; no fixture is left over', () => {
    expect(PROCEDURES.filter(({ meta }) => !meta?.permission).map(({ path }) => path)).toEqual([])
    expect(Object.keys(PROCEDURE_FIXTURES).sort()).toEqual(PROCEDURES.map(({ path }) => path).sort())
  })

  test.each(called)('$path refuses somebody who is not signed in', async ({ path }) => {
    expect(await call(appRouter, path, NOBODY, fixtureOf(path).input(ours))).toMatchObject({ kind: 'refused', error: { code: 'UNAUTHORIZED' } })
  })

  test.each(called)('$path gives no role anything of another organization', async ({ path, type }) => {
    expect(await attempt(path, type, null, theirs)).toEqual([])
  })

  test.each(called)('$path gives no role anything of another site', async ({ path, type }) => {
    expect(await attempt(path, type, ours.siteId, otherSite)).toEqual([])
  })

  // Without this, a fixture whose ids mean nothing would be refused for the wrong reason.
  // Switching belongs to a stored session: sign-in.test.ts.
  test.each(withIds.filter(({ path }) => path !== 'me.switchOrganization'))('$path does answer an administrator of the same organization', async ({ path }) => {
    const answer = await call(appRouter, path, contextOf(ours, 'admin', null), fixtureOf(path).input(ours))
    // An order in another state is an answer too; a refusal or a misread input is not.
    expect(answer.kind === 'answered' ? 'answered' : `${answer.error.code}`, answer.kind === 'refused' ? answer.error.message : '').toMatch(/^(answered|CONFLICT)$/)
  })

  test('that is done on the first day ticks its step, and every step is ticked by one', () => {
    const done = new Set(PROCEDURES.map(({ meta }) => meta?.firstDay))
    expect(FIRST_DAY_STEPS.filter((step) => !done.has(step))).toEqual([])
  })
})

describe('this test', () => {
  const leaky = router({
    leak: router({
      reads: procedure('me.read').input(z.object({ id: z.uuid() })).query(({ input }) => withTenant(theirs.orgId, ({ db }) => db.workOrder.findFirst({ where: { id: input.id } }).then((order) => order?.title))),
      counts: procedure('me.read').query(() => [1, 2, 3]),
      writes: procedure('admin' as never).mutation(() => null),
      touches: procedure('me.read').mutation(() => systemTx(async (client) => { await client.query('UPDATE work_order SET version = version + 1') }, theirs.orgId)),
      accepts: procedure('me.read').input(z.object({ id: z.uuid() })).mutation(() => null),
      misreads: procedure('me.read').input(z.object({ other: z.string() })).query(() => null),
    }),
  })
  const of = (path: string, type: 'query' | 'mutation', namesNothing: boolean): Promise<string[]> =>
    trespass({ router: leaky, path, type, by: ours, siteId: null, rows: theirs, input: (rows) => ({ id: rows.orderId }), namesNothing, superUrl: database.superUrl })

  test.each<[string, string, 'query' | 'mutation', boolean, RegExp]>([
    ['shows another organization\'s row', 'leak.reads', 'query', false, /shows SOUTH1/],
    ['changes another organization\'s rows in passing', 'leak.touches', 'mutation', true, /changed .*work_order/],
    ['accepts another organization\'s ids without a word', 'leak.accepts', 'mutation', false, /accepted a change/],
    ['is called with an input that it cannot read', 'leak.misreads', 'query', false, /was not refused but failed: BAD_REQUEST/],
  ])('notices a procedure that %s', async (_, path, type, namesNothing, complaint) => {
    expect((await of(path, type, namesNothing)).join('\n')).toMatch(complaint)
  })

  test('has nothing to say about one that leaks nothing, or that nobody may call', async () => {
    expect(await of('leak.counts', 'query', true)).toEqual([])
    expect(await of('leak.writes', 'mutation', false)).toEqual([])
  })
})

describe('the live stream', () => {
  test('carries the changes of the caller\'s organization only', async () => {
    const stop = new AbortController()
    const caller = createCaller(appRouter)(contextOf(ours, 'technician', null), { signal: stop.signal })
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
    const shown = JSON.stringify((await next).value)
    expect(shown).toContain(ours.orderId)
    expect(shown).not.toContain(theirs.orderId)
    stop.abort()
    await stream.return?.(undefined)
  })
})
