import { notFound } from '#server/core/kernel/errors.ts'
import { readMessage } from '#server/core/kernel/message.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { formatNumber, parseNumber } from '#server/core/work-orders/number.ts'
import { parseProvisional } from '#server/core/work-orders/provisional.ts'
import { openProposals } from '#server/core/work-orders/proposals.ts'
import { allowedCommands } from '#server/core/work-orders/transitions.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { choicesOf, evidenceOf, foldedOf, historyOf, idsIn, incidentOf, labourOf, orderOf, pointOf, tasksOf, type WorkOrderView } from './order-view.ts'
import { downtimeOf, downtimeReasons } from './downtime.repo.ts'
import { downtimeView, kitView, partsView } from './facts-view.ts'
import { lastReadings } from './meters.repo.ts'
import { kitOf } from './parts.repo.ts'
import { assignablePeople, namesOf } from './people.repo.ts'
import { linkedOrders, pointUnits, readOrder, ruleOf, usualCompletion } from './view.repo.ts'
import { idByNumber, idByProvisional, readFacts } from './work-orders.repo.ts'

const idOf = async (tx: Tx, text: string): Promise<string | null> => {
  const no = parseNumber(text)
  const provisional = parseProvisional(text)
  return no !== null ? idByNumber(tx, no) : provisional !== null ? idByProvisional(tx, provisional) : text
}

/** getOrder shows an order (by id or by number, WO-000123) with evidence, history and what the actor can do with it now; 'not-found' when it is not his to see. */
export async function getOrder(actor: Actor, idOrNumber: string): Promise<WorkOrderView> {
  return withTenant(actor.orgId, async (tx) => {
    const id = await idOf(tx, idOrNumber)
    const view = id === null ? null : await orderViewIn(tx, actor, id)
    if (!view) throw notFound('This work order')
    return view
  })
}

/** orderViewIn is getOrder by id in the caller's transaction; null when there is no such order, or it is not the actor's to see. */
export async function orderViewIn(tx: Tx, actor: Actor, id: string): Promise<WorkOrderView | null> {
  const stored = await readOrder(tx, id)
  const facts = stored && (await readFacts(tx, stored.id))
  if (!stored || !facts || !can(actor, 'work-order.read', stored.siteId)) return null
  const people = await assignablePeople(tx, stored.siteId)
  const standstills = await downtimeOf(tx, stored.id)
  const acted = [...stored.events.map((event) => event.actorId), ...stored.parts.map((use) => use.takenBy), ...standstills.map((one) => one.recordedBy),
    ...stored.tasks.flatMap((task) => task.answers.map((given) => given.answeredBy)), ...stored.events.flatMap((event) => idsIn(event.data, 'mentions')), facts.secondRecord?.by ?? null]
  const names = await namesOf(tx, [...acted, stored.approvedBy, stored.completedBy, stored.createdBy].filter((one) => one !== null))
  const links = await linkedOrders(tx, stored)
  const units = await pointUnits(tx, stored)
  return {
    order: orderOf(stored, names),
    site: stored.site,
    asset: {
      id: stored.asset.id, tag: stored.asset.tag, name: stored.asset.name, level: stored.asset.level, criticality: stored.asset.criticality,
      className: stored.asset.class?.name ?? null, credit: stored.asset.credit, creditText: readMessage(stored.asset.creditText),
    },
    rule: await ruleOf(tx, stored.ruleId, stored.ruleVersionId),
    incident: incidentOf(stored, units),
    evidence: evidenceOf(stored, units),
    folded: foldedOf(stored),
    tasks: tasksOf(stored, names, await lastReadings(tx, stored.assetId, stored.tasks.flatMap((task) => pointOf(task.spec) ?? []))),
    labour: labourOf(stored, facts.now),
    parts: partsView(stored, names),
    kit: kitView(await kitOf(tx, stored.id)),
    downtime: downtimeView(standstills, stored, names),
    downtimeReasons: await downtimeReasons(tx),
    history: historyOf(stored, names),
    witnesses: stored.witnesses.map((one) => ({ name: one.person.name, at: one.at.toISOString(), note: one.note })),
    links: links.map((link) => ({ id: link.id, number: formatNumber(link.no), status: link.status, relation: link.followUpOf === stored.id ? 'followed-by' : link.id === stored.followUpOf ? 'follows' : 'duplicate-of' })),
    proposals: openProposals(facts),
    secondRecord: facts.secondRecord && { ...facts.secondRecord, by: names.get(facts.secondRecord.by ?? '') ?? '' },
    allowed: allowedCommands(facts, (permission) => can(actor, permission, stored.siteId)),
    choices: choicesOf(stored, await usualCompletion(tx, stored.asset.classId, stored.failureMode)),
    people,
  }
}
