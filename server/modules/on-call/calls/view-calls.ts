import { can, type PersonActor } from '#server/core/people/actor.ts'
import type { CalledAs } from '#server/core/on-call/escalate.ts'
import type { Params } from '#server/core/notify/kinds.ts'
import { pathOf } from '#server/core/notify/path.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { namesByIds } from '../rosters/people.repo.ts'
import { callsWhere, stepsOf, type CallRow } from './calls.repo.ts'
import { ordersFor, subjectsOfOrder } from './orders.repo.ts'

/** CallView is a call-out as people see it: what for, who was called when, who comes. */
export interface CallView {
  readonly id: string
  readonly state: CallRow['state']
  readonly priority: number
  readonly params: Params
  readonly href: string
  readonly openedAt: string
  readonly nextAt: string | null
  readonly steps: readonly { readonly no: number; readonly round: number; readonly as: CalledAs; readonly at: string; readonly people: readonly string[] }[]
  readonly acceptedBy: string | null
  readonly acceptedAt: string | null
}

async function viewsOf(tx: Tx, calls: readonly CallRow[]): Promise<CallView[]> {
  const steps = await stepsOf(tx, calls.map(({ id }) => id))
  const names = await namesByIds(tx, [...steps.map(({ personId }) => personId), ...calls.flatMap(({ acceptedBy }) => (acceptedBy === null ? [] : [acceptedBy]))])
  const orders = await ordersFor(tx, calls.map(({ subjectId }) => subjectId))
  const nameOf = (id: string): string => names.get(id) ?? ''
  return calls.map((call) => {
    const no = orders.get(call.subjectId)
    const params = no === undefined ? call.params : { ...call.params, number: formatNumber(no) }
    const byStep = Map.groupBy(steps.filter(({ callOutId }) => callOutId === call.id), (step) => step.no)
    return {
      id: call.id, state: call.state, priority: call.priority, params, href: pathOf(call, params), openedAt: call.openedAt.toISOString(),
      nextAt: call.nextAt?.toISOString() ?? null,
      steps: [...byStep].map(([step, people]) => ({
        no: step, round: people[0]?.round ?? 1, as: people[0]?.as ?? 'on-call', at: people[0]?.at.toISOString() ?? '', people: people.map(({ personId }) => nameOf(personId)).sort(),
      })),
      acceptedBy: call.acceptedBy === null ? null : nameOf(call.acceptedBy), acceptedAt: call.acceptedAt?.toISOString() ?? null,
    }
  })
}

/** myCalls lists the open call-outs for which the person who asks was called. */
export const myCalls = (actor: PersonActor): Promise<CallView[]> =>
  withTenant(actor.orgId, async (tx) => viewsOf(tx, await callsWhere(tx, { called: actor.personId })))

/** callsAbout lists the call-outs about an order (and the incidents it covers) or an incident, as far as the actor may see them, newest first. */
export const callsAbout = (actor: PersonActor, about: { readonly orderId: string } | { readonly incidentId: string }): Promise<CallView[]> =>
  withTenant(actor.orgId, async (tx) => {
    const subjects = 'orderId' in about ? await subjectsOfOrder(tx, about.orderId) : [about.incidentId]
    const calls = await callsWhere(tx, { subjects })
    return viewsOf(tx, calls.filter(({ siteId, subjectType }) => can(actor, subjectType === 'incident' ? 'incident.read' : 'work-order.read', siteId)))
  })

/** openCalls lists the open call-outs at the actor's sites, newest first. */
export const openCalls = (actor: PersonActor): Promise<CallView[]> =>
  withTenant(actor.orgId, async (tx) => viewsOf(tx, (await callsWhere(tx, { state: 'open' })).filter(({ siteId }) => can(actor, 'incident.read', siteId))))
