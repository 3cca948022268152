import type { StoredOperation } from '../store/db.ts'
import type { OrderView, TabletAsset, TabletPerson } from '../types.ts'

/** Birth is an order that was made on the tablet, before the server has heard of it. */
export interface Birth {
  readonly operation: StoredOperation
  readonly provisionalNumber: string
  readonly assetId: string
}

/** birthOf reads the operation that makes an order; null for any other. */
export function birthOf(operation: StoredOperation): Birth | null {
  if (operation.kind !== 'order.emergency') return null
  const { assetId, provisionalNumber } = operation.payload as { assetId?: unknown; provisionalNumber?: unknown }
  return typeof assetId === 'string' && typeof provisionalNumber === 'string' ? { operation, provisionalNumber, assetId } : null
}

/** Known is what the tablet has of a machine's other orders: the site, and what can be found and done there. */
export type Known = Pick<OrderView, 'site' | 'choices' | 'downtimeReasons' | 'people'>

const NO_CHOICES: Known['choices'] = {
  items: [], modes: [], activities: [], verdicts: [], mode: null, suggested: { itemCode: null, activityCode: null, from: null, modeCode: null, effect: 'averted' },
}

const EMPTY_ORDER = {
  description: null, text: null, failureMode: null, team: null, completedBy: null, approvedBy: null, happenedOffline: false, verificationRequired: false, proposeClose: false,
  repairInDoubt: false, plannedHours: null, plannedStart: null, plannedEnd: null, dueAt: null, latestSafeAt: null, holdReason: null, deferral: null, effect: null, itemCode: null,
  modeCode: null, activityCode: null, causeNote: null, verdict: null, verdictNote: null, functionLostAt: null, workFinishedAt: null, returnedAt: null, completedAt: null,
  closedAt: null, costsPostedAt: null, endReason: null,
} as const

/** bornOrder is the page of an order that was made on the tablet: begun by whoever made it, with its provisional number in place of the one the server will give. */
export function bornOrder({ operation, provisionalNumber }: Birth, asset: TabletAsset, author: TabletPerson, title: string, known: Known | null): OrderView {
  const { opId, entityId, at } = operation
  const by = { id: author.id, name: author.name }
  return {
    order: {
      ...EMPTY_ORDER, id: entityId, number: provisionalNumber, provisionalNumber, title, status: 'in_progress', kind: 'corrective', source: 'manual', priority: 1, version: 0, assignee: by, createdBy: by,
      breakIn: true, workStartedAt: at, createdAt: at, updatedAt: at,
    },
    site: known?.site ?? { id: asset.siteId, code: '', name: '', timeZone: operation.zone },
    asset: { id: asset.id, tag: asset.tag, name: asset.name, level: asset.level, criticality: asset.criticality, className: asset.className, credit: null, creditText: null },
    rule: null, incident: null, evidence: [], folded: null, tasks: [], parts: [], kit: [], downtime: [], downtimeReasons: known?.downtimeReasons ?? [],
    labour: { hours: 0, entries: [{ id: opId, person: by, startedAt: at, endedAt: null, activity: 'active' }] },
    history: [{ id: opId, at, type: 'started', actor: by, fromStatus: null, toStatus: 'in_progress', data: {}, mentions: [] }],
    links: [], proposals: [], secondRecord: null, allowed: [], choices: known?.choices ?? NO_CHOICES, people: known?.people ?? [], witnesses: [],
  }
}
