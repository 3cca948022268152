import { TRPCError, type AnyTRPCRouter } from '@trpc/server'
import type { ApiContext } from '#server/api/trpc/context.ts'
import { createCaller } from '#server/api/trpc/init.ts'
import { ROLES, type Role } from '#server/core/people/permissions.ts'
import { withClient } from '#tests/harness/cluster.ts'
import { fingerprint, type SiteRows } from './plant-rows.ts'

/** Answer is what a call gave: a value, or a refusal with tRPC's code. */
export type Answer = { readonly kind: 'answered'; readonly value: unknown } | { readonly kind: 'refused'; readonly error: TRPCError }

/** contextOf makes a signed-in person of the site's organization with one role, at one site or (null) everywhere. */
export const contextOf = (rows: SiteRows, role: Role, siteId: string | null): ApiContext => ({
  actor: { type: 'person', orgId: rows.orgId, personId: rows.people[role], name: `${rows.marker} ${role}`, grants: [{ role, siteId }] },
  session: { id: 'session', userId: 'user' },
  requestId: 'request',
  locale: 'en',
})

/** NOBODY is the context of a request without a session. */
export const NOBODY: ApiContext = { actor: null, session: null, requestId: 'request', locale: 'en' }

/** call calls the procedure at the path, as a browser could; anything but tRPC's own errors is thrown. */
export async function call(router: AnyTRPCRouter, path: string, context: ApiContext, input: unknown): Promise<Answer> {
  const [group = '', name = ''] = path.split('.')
  const caller = createCaller(router)(context) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  try {
    return { kind: 'answered', value: await caller[group]?.[name]?.(input) }
  } catch (error) {
    if (error instanceof TRPCError) return { kind: 'refused', error }
    throw error
  }
}

const textsOf = (rows: SiteRows): string[] => [
  rows.marker, rows.siteId, rows.classId, rows.assetId, rows.pointId, rows.sourceId, rows.batchId, rows.samplingId,
  rows.ruleId, rows.incidentId, rows.orderId, rows.taskId, rows.attachmentId, rows.teamId, rows.keyId, rows.shelfId, rows.outageId, rows.suppressionId,
  ...Object.values(rows.people),
]

/** Trespass is one procedure tried by every role of one site's organization on rows that are not theirs. */
export interface Trespass {
  readonly router: AnyTRPCRouter
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  /** Who tries: everywhere in the organization when siteId is null. */
  readonly by: SiteRows
  readonly siteId: string | null
  /** Whose rows are asked for. */
  readonly rows: SiteRows
  readonly input: (rows: SiteRows) => unknown
  readonly namesNothing: boolean
  readonly superUrl: string
}

const REFUSALS = ['FORBIDDEN', 'NOT_FOUND', 'UNAUTHORIZED']

function complaintsOf({ path, type, rows, namesNothing }: Trespass, role: Role, answer: Answer): string[] {
  if (answer.kind === 'refused') {
    // Any other error would mean that the call came further than it may, or that its input says nothing about scope.
    return REFUSALS.includes(answer.error.code) ? [] : [`${path} as ${role} was not refused but failed: ${answer.error.code} ${answer.error.message}`]
  }
  if (type === 'mutation' && !namesNothing) return [`${path} as ${role} accepted a change of rows that are not its own`]
  const shown = JSON.stringify(answer.value ?? null)
  return textsOf(rows).filter((text) => shown.includes(text)).map((text) => `${path} as ${role} shows ${text}`)
}

/** trespass calls the procedure as every role with the rows' ids and says in sentences what was shown, accepted or changed; empty when nothing was. */
export async function trespass(attempt: Trespass): Promise<string[]> {
  const { router, path, by, siteId, rows, input, superUrl } = attempt
  const print = (): Promise<Readonly<Record<string, string>>> => withClient(superUrl, (client) => fingerprint(client, textsOf(rows)))
  const before = await print()
  const complaints: string[] = []
  for (const role of ROLES) complaints.push(...complaintsOf(attempt, role, await call(router, path, contextOf(by, role, siteId), input(rows))))
  const after = await print()
  const changed = Object.keys(before).filter((table) => before[table] !== after[table])
  return changed.length > 0 ? [...complaints, `${path} changed ${changed.join(', ')}`] : complaints
}
