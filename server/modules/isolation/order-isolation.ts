import { checkIsolatedTask } from '#server/core/isolation/check.ts'
import { isolationSentence } from '#server/core/isolation/isolation-sentences.ts'
import type { PlanContent } from '#server/core/isolation/plan.ts'
import type { Refusal } from '#server/core/isolation/shape.ts'
import { stateAt, stateOf } from '#server/core/isolation/state.ts'
import { stepsOf } from '#server/core/isolation/steps.ts'
import type { Message } from '#server/core/kernel/message.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import type { Tx } from '#server/platform/db.ts'
import { isolationsOf, type StoredIsolation } from './isolation.repo.ts'
import { namesOf, peopleWho } from './names.repo.ts'
import { flaggedAnswers, orderPlace } from './order-isolation.repo.ts'
import { planInForce } from './plan.repo.ts'

type Named = { readonly id: string; readonly name: string }
type NameOf = (id: string) => Named

const told = ({ says, params = {} }: Refusal): { readonly says: Message; readonly plain: string } => ({ says: { key: `error.isolation.${says}`, params }, plain: isolationSentence(says, params) })

function isolationView(one: StoredIsolation, nameOf: NameOf) {
  const state = stateOf(one.content, one.events)
  const steps = stepsOf(one.content).map((step) => {
    const done = state.confirmed.get(step.id)
    return { ...step, done: done ? { person: nameOf(done.personId), at: done.at.toISOString(), tag: done.tag } : null }
  })
  return {
    id: one.id, planVersion: one.planVersion, content: one.content, begunAt: one.begunAt.toISOString(), begunBy: nameOf(one.begunBy), endedAt: one.endedAt?.toISOString() ?? null,
    phase: state.phase, round: state.round, steps,
    next: state.phase === 'isolating' ? (steps.find(({ done }) => done === null)?.id ?? null) : null,
    locks: state.locks.map(({ personId, lock, since }) => ({ person: nameOf(personId), lock, since: since.toISOString() })),
    flags: state.flags.map(({ type, personId, at, refusal }) => ({ type, person: nameOf(personId), at: at.toISOString(), ...told(refusal) })),
  }
}

/** Answers that were flagged when they came, without those for which a lock reported later shows that all was well. */
async function answersToLookAt(tx: Tx, orderId: string, all: readonly StoredIsolation[]) {
  return (await flaggedAnswers(tx, orderId)).flatMap((answer) => {
    const isolation = all.find(({ begunAt }) => begunAt <= answer.at)
    const refusal = checkIsolatedTask(isolation ? stateAt(isolation.content, isolation.events, answer.at) : null, answer.personId)
    return refusal === null ? [] : [{ ...answer, refusal }]
  })
}

const peopleIn = (all: readonly StoredIsolation[]): string[] => all.flatMap(({ begunBy, events }) => [
  begunBy, ...events.flatMap((event) => [event.personId, ...(event.type === 'lock-removed' ? [event.data.ownerId, event.data.witnessId] : [])]),
])

/** OrderIsolationView is everything that is shown of an order's isolation, on a desk or, kept, on a tablet without a network. */
export interface OrderIsolationView {
  readonly order: { readonly id: string; readonly number: string; readonly status: string }
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string }
  readonly timeZone: string
  /** The plan in force: what an isolation begun now would copy; null where the machine has none. */
  readonly plan: { readonly version: number; readonly content: PlanContent } | null
  /** The newest isolation. */
  readonly isolation: ReturnType<typeof isolationView> | null
  /** Steps that were answered offline though the isolation did not stand. */
  readonly flaggedAnswers: readonly ({ readonly taskId: string; readonly title: string; readonly person: Named; readonly at: string } & ReturnType<typeof told>)[]
  /** People who may have seen how another's lock was taken off; for those who may take it off. */
  readonly witnesses: readonly Named[]
  /** People who may work under a permit; for those who may issue one. */
  readonly performers: readonly Named[]
  readonly may: { readonly execute: boolean; readonly override: boolean; readonly issue: boolean; readonly overrule: boolean }
  /** The database's clock: a kept copy says how old it is by it (ISO). */
  readonly readAt: string
}

/** isolationOfOrder reads how an order's isolation stands; 'not-found' when the order is not the actor's to see. */
export async function isolationOfOrder(tx: Tx, actor: Actor, orderId: string): Promise<OrderIsolationView & { readonly siteId: string }> {
  const order = await orderPlace(tx, orderId)
  if (!order || !can(actor, 'work-order.read', order.siteId)) throw notFound('This work order')
  const all = await isolationsOf(tx, order.id)
  const answers = await answersToLookAt(tx, order.id, all)
  const names = await namesOf(tx, [...peopleIn(all), ...answers.map(({ personId }) => personId)])
  const nameOf: NameOf = (id) => ({ id, name: names.get(id) ?? '' })
  const plan = await planInForce(tx, order.assetId)
  const may = (permission: Parameters<typeof can>[1]): boolean => can(actor, permission, order.siteId)
  return {
    siteId: order.siteId,
    order: { id: order.id, number: formatNumber(order.no), status: order.status }, asset: { id: order.assetId, tag: order.tag, name: order.name }, timeZone: order.timeZone,
    plan: plan && { version: plan.version, content: plan.content },
    isolation: all[0] ? isolationView(all[0], nameOf) : null,
    flaggedAnswers: answers.map(({ taskId, title, personId, at, refusal }) => ({ taskId, title, person: nameOf(personId), at: at.toISOString(), ...told(refusal) })),
    witnesses: may('isolation.override') ? await peopleWho(tx, order.siteId, 'work-order.read') : [],
    performers: may('permit.issue') ? await peopleWho(tx, order.siteId, 'work-order.execute') : [],
    may: { execute: may('work-order.execute'), override: may('isolation.override'), issue: may('permit.issue'), overrule: may('permit.overrule') },
    readAt: order.now.toISOString(),
  }
}
