import { measureUnit } from '#server/core/condition/measure-unit.ts'
import { isSensorTrouble } from '#server/core/condition/sensor-key.ts'
import type { SystemActor } from '#server/core/people/actor.ts'
import { decideTicket, stateKey, type Ticket, type TicketDecision } from '#server/core/work-orders/ticket-policy.ts'
import { ticketText } from '#server/core/work-orders/ticket-text.ts'
import * as incidents from '#server/modules/incidents/index.ts'
import type { TicketIncident } from '#server/modules/incidents/index.ts'
import * as workOrders from '#server/modules/work-orders/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { writeOutbox, type IncidentCause } from '#server/platform/outbox.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { carryFolded } from './carry-folded.ts'
import { addEvidence, readEvidence } from './freeze-evidence.ts'

/** EnsureTicket names an incident that changed. The cause is only told in the history: what counts is the incident's present state. */
export interface EnsureTicket {
  readonly orgId: string
  readonly incidentId: string
  readonly cause: IncidentCause
}

// Each further try sees the order that won; more than a few in a row would be a defect.
const ATTEMPTS = 5
const RACES = ['work_order_one_open_per_incident_key', 'work_order_org_id_idempotency_key_key']

/** idempotencyKeyOf: one order per episode, and one more only after each order that took it in and was ended by a person. */
function idempotencyKeyOf(incident: TicketIncident, tickets: readonly Ticket[]): string {
  const before = tickets.find((ticket) => ticket.episodes.includes(incident.id))
  return before ? `incident:${incident.id}:after:${before.id}` : `incident:${incident.id}`
}

async function createTicket(tx: Tx, actor: SystemActor, incident: TicketIncident, tickets: readonly Ticket[], reason: string, cause: IncidentCause): Promise<string> {
  const { asset, rule, point, gate, episode } = incident
  const evidence = await readEvidence(tx, incident)
  const proposeClose = episode.state === 'resolved' && !incident.otherOpen
  const words = ticketText({
    assetTag: asset.tag, assetName: asset.name, pointName: point.name, unit: measureUnit(rule.shape, point.unit), ruleName: rule.name, ruleVersion: rule.version, rule: rule.shape,
    noData: incident.noData, value: incident.value, limit: incident.limit, gateName: gate?.name ?? null, gateUnit: gate?.unit ?? null, gateValue: incident.gateValue,
  })
  const made = await workOrders.createOrder(tx, actor, {
    // A sensor in trouble says nothing of the machine to come: its ticket is a repair of its own kind.
    source: 'condition', kind: isSensorTrouble(incident.key) ? 'corrective' : 'predictive', assetId: asset.id, priority: episode.priority, ...words, failureMode: incident.failureMode, incidentKey: incident.key,
    incidentId: incident.id, ruleId: rule.id, ruleVersionId: rule.versionId, happenedOffline: incident.happenedOffline,
    proposeClose, followUpOf: null, approved: false, idempotencyKey: idempotencyKeyOf(incident, tickets), opId: null,
    data: { reason, cause, incidentId: incident.id, state: episode.state, stateKey: stateKey(episode), proposeClose }, at: await workOrders.databaseClock(tx),
  })
  await workOrders.freezeTrend(tx, made.id, incident.id, incident.firedAt, evidence)
  return made.id
}

async function carryOut(tx: Tx, actor: SystemActor, incident: TicketIncident, tickets: readonly Ticket[], decision: TicketDecision, cause: IncidentCause): Promise<string | null> {
  if (decision.decision === 'skip') return decision.ticketId
  if (decision.decision === 'create') return createTicket(tx, actor, incident, tickets, decision.reason, cause)
  if (decision.ticketId === null) throw new Error(`the ticket policy named no order for ${decision.decision}`)
  const orderId = await workOrders.takeInEpisode(tx, actor, {
    orderId: decision.ticketId, change: decision.decision, reason: decision.reason, episode: incident.episode,
    raisedBy: { incidentId: incident.id, ruleId: incident.rule.id, ruleVersionId: incident.rule.versionId },
  })
  await addEvidence(tx, orderId, incident, decision.reason)
  return orderId
}

async function ensureInTransaction(tx: Tx, { orgId, incidentId, cause }: EnsureTicket): Promise<TicketDecision> {
  await incidents.catchHold(tx, incidentId)
  const incident = await incidents.lockIncident(tx, incidentId)
  if (!incident) return { decision: 'skip', reason: 'no-such-incident', ticketId: null }
  const tickets = await workOrders.ticketsOf(tx, incident.key)
  const known = await workOrders.isTaken(tx, incident.key, stateKey(incident.episode))
  const decision = decideTicket({ episode: incident.episode, tickets, known, otherOpen: incident.otherOpen, now: await workOrders.databaseClock(tx) })
  const actor: SystemActor = { type: 'system', orgId }
  const ticketId = await carryOut(tx, actor, incident, tickets, decision, cause)
  await carryFolded(tx, actor, incident)
  // After the order, as commands do it: whoever takes both takes them in this order.
  await incidents.syncAlarm(tx, actor, incidentId)
  // Looking at an incident again and again tells nobody anything; its end, or that of a shelf, does, also where the ticket stays as it is.
  if (decision.decision !== 'skip' || cause !== 'opened') await writeOutbox(tx.exec, orgId, 'news', { about: 'incident', incidentId })
  return { ...decision, ticketId }
}

/**
 * ensureTicket decides what a changed incident means for its ticket and does it, in one idempotent transaction of its own.
 * Safe to call any number of times, late, in any order and from many workers at once: one open order per incident key is the
 * database's business, and whoever comes second decides again. On failure nothing is changed.
 */
export async function ensureTicket(change: EnsureTicket): Promise<TicketDecision> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withTenant(change.orgId, (tx) => ensureInTransaction(tx, change))
    } catch (error) {
      const index = violatedIndex(error)
      if (index === null || !RACES.includes(index) || attempt === ATTEMPTS) throw error
    }
  }
}
