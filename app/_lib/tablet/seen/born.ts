import type { StoredOperation } from '../store/db.ts'
import type { OrderView, TabletAsset, TabletPerson } from '../types.ts'

const KINDS = ['order.emergency', 'order.request', 'order.done'] as const
type BirthKind = (typeof KINDS)[number]

/** Birth is an order that was made on the tablet, before the server has heard of it. */
export interface Birth {
  readonly operation: StoredOperation
  readonly kind: BirthKind
  readonly provisionalNumber: string
  readonly assetId: string
  readonly said: Said
}

interface Said {
  readonly title?: string
  readonly description?: string
  readonly kind?: string
  readonly stopped?: boolean
  readonly danger?: boolean
  readonly minutes?: number
  readonly findings?: { readonly workStartedAt?: string; readonly workFinishedAt?: string }
}

/** birthOf reads the operation that makes an order; null for any other. */
export function birthOf(operation: StoredOperation): Birth | null {
  const kind = KINDS.find((known) => known === operation.kind)
  if (kind === undefined) return null
  const { assetId, provisionalNumber, ...said } = operation.payload as { assetId?: unknown; provisionalNumber?: unknown } & Said
  return typeof assetId === 'string' && typeof provisionalNumber === 'string' ? { operation, kind, provisionalNumber, assetId, said } : null
}

/** Known is what the tablet has of a machine's other orders: the site, and what can be found and done there. */
export type Known = Pick<OrderView, 'site' | 'choices' | 'downtimeReasons' | 'people'>

const NO_CHOICES: Known['choices'] = {
  items: [], modes: [], activities: [], verdicts: [], mode: null, suggested: { itemCode: null, activityCode: null, from: null, modeCode: null, effect: 'averted' },
}

const EMPTY_ORDER = {
  description: null, text: null, failureMode: null, team: null, completedBy: null, approvedBy: null, happenedOffline: false, verificationRequired: false, proposeClose: false,
  repairInDoubt: false, plannedHours: null, plannedStart: null, plannedEnd: null, dueAt: null, latestSafeAt: null, holdReason: null, deferral: null, effect: null, itemCode: null,
  modeCode: null, activityCode: null, causeNote: null, verdict: null, verdictNote: null, functionLostAt: null, workStartedAt: null, workFinishedAt: null, returnedAt: null,
  completedAt: null, closedAt: null, costsPostedAt: null, endReason: null, assignee: null, breakIn: false,
} as const

type Order = OrderView['order']
interface Life {
  readonly order: Pick<Order, 'status' | 'source' | 'priority'> & Partial<Order>
  readonly entries: OrderView['labour']['entries']
  readonly event: 'started' | 'created' | 'completed'
}

const MINUTE_MS = 60_000

// How far the order has come with the operation that made it.
function lifeOf({ operation: { opId, at }, kind, said }: Birth, by: { id: string; name: string }): Life {
  const entry = (startedAt: string, endedAt: string | null) => ({ id: opId, person: by, startedAt, endedAt, activity: 'active' })
  switch (kind) {
    case 'order.emergency':
      return { order: { status: 'in_progress', source: 'manual', priority: 1, assignee: by, breakIn: true, workStartedAt: at }, entries: [entry(at, null)], event: 'started' }
    case 'order.request':
      return { order: { status: 'requested', source: 'request', priority: said.danger === true ? 1 : said.stopped === true ? 2 : 3 }, entries: [], event: 'created' }
    case 'order.done': {
      const workFinishedAt = said.findings?.workFinishedAt ?? at
      const began = new Date(Date.parse(workFinishedAt) - (said.minutes ?? 0) * MINUTE_MS).toISOString()
      const workStartedAt = said.findings?.workStartedAt ?? began
      return {
        order: { status: 'completed', source: 'manual', priority: 3, breakIn: true, completedBy: by, completedAt: at, workStartedAt, workFinishedAt },
        entries: said.minutes === undefined ? [] : [entry(began, workFinishedAt)], event: 'completed',
      }
    }
  }
}

/** bornOrder is the page of an order that was made on the tablet, with its provisional number in place of the one the server will give. */
export function bornOrder(birth: Birth, asset: TabletAsset, author: TabletPerson, title: string, known: Known | null): OrderView {
  const { operation: { opId, entityId, at, zone }, provisionalNumber, said } = birth
  const by = { id: author.id, name: author.name }
  const life = lifeOf(birth, by)
  return {
    order: {
      ...EMPTY_ORDER, id: entityId, number: provisionalNumber, provisionalNumber, title: said.title ?? title, description: said.description ?? null, kind: said.kind ?? 'corrective', version: 0,
      createdBy: by, createdAt: at, updatedAt: at, ...life.order,
    },
    site: known?.site ?? { id: asset.siteId, code: '', name: '', timeZone: zone },
    asset: { id: asset.id, tag: asset.tag, name: asset.name, level: asset.level, criticality: asset.criticality, className: asset.className, credit: null, creditText: null },
    rule: null, incident: null, evidence: [], folded: null, tasks: [], parts: [], kit: [], downtime: [], downtimeReasons: known?.downtimeReasons ?? [],
    labour: { hours: 0, entries: life.entries },
    history: [{ id: opId, at, type: life.event, actor: by, fromStatus: null, toStatus: life.order.status, data: {}, mentions: [] }],
    links: [], proposals: [], secondRecord: null, allowed: [], choices: known?.choices ?? NO_CHOICES, people: known?.people ?? [], witnesses: [],
  }
}
