import type { HandoverContent } from '#server/core/handover/handover.ts'
import type { TabletShift, ToldHandover, ToldRepair } from '#server/core/handover/on-tablet.ts'
import type { StoredOperation } from '../store/db.ts'
import type { TabletAsset, TabletPerson } from '../types.ts'

/** KeptShift is what the server told for the change of shifts, and when the tablet last asked, by its own clock (ISO). */
export interface KeptShift {
  readonly told: TabletShift
  readonly askedAt: string
}

/** SeenShift is the change of shifts as the person sees it: what the server told, with what was done on this tablet since. */
export interface SeenShift {
  /** The newest first; waiting tells that something of it has not arrived. */
  readonly handovers: readonly (ToldHandover & { readonly waiting: boolean })[]
  readonly repairs: readonly (ToldRepair & { readonly waiting: boolean })[]
  readonly machines: TabletShift['machines']
  readonly places: TabletShift['places']
}

/** Known is what operations name only by id. */
export interface Known {
  readonly people: ReadonlyMap<string, TabletPerson>
  readonly assets: ReadonlyMap<string, TabletAsset>
}

type Fields = Readonly<Record<string, unknown>>
const textOf = (fields: Fields, name: string): string | null => (typeof fields[name] === 'string' ? fields[name] : null)

function signed({ entityId, personId, at, payload, state }: StoredOperation, shift: SeenShift, { people }: Known): SeenShift {
  const fields = payload as Fields
  const place = shift.places.find(({ siteId }) => siteId === fields['siteId'])
  if (!place || shift.handovers.some(({ id }) => id === entityId)) return shift
  const area = place.areas.find(({ id }) => id === fields['areaId'])?.name ?? null
  const content = { ...(fields['content'] as Omit<HandoverContent, 'takenAt' | 'place'>), takenAt: textOf(fields, 'knownAt') ?? at, place: { site: place.name, area } }
  const handover = {
    id: entityId, siteId: place.siteId, shift: textOf(fields, 'shift') ?? 'day', text: textOf(fields, 'text') ?? '', signedBy: { id: personId, name: people.get(personId)?.name ?? '' },
    signedAt: at, acknowledged: null, content, waiting: state === 'waiting',
  }
  return { ...shift, handovers: [handover, ...shift.handovers] }
}

function taken({ entityId, personId, at, payload, state }: StoredOperation, shift: SeenShift, { people }: Known): SeenShift {
  const acknowledged = { by: { id: personId, name: people.get(personId)?.name ?? '' }, at, note: textOf(payload as Fields, 'note') }
  return { ...shift, handovers: shift.handovers.map((one) => (one.id === entityId && one.acknowledged === null ? { ...one, acknowledged, waiting: one.waiting || state === 'waiting' } : one)) }
}

function registered({ entityId, payload, state }: StoredOperation, shift: SeenShift, { people, assets }: Known): SeenShift {
  const { assetId, what, risk, riskNote, ownerId, expiresAt, order } = payload as { assetId: string; what: string; risk: ToldRepair['risk']; riskNote?: string; ownerId: string; expiresAt: string; order?: string }
  const asset = assets.get(assetId)
  if (!asset || shift.repairs.some(({ id }) => id === entityId)) return shift
  const repair = {
    id: entityId, siteId: asset.siteId, what, risk, riskNote: riskNote ?? null, asset: { id: asset.id, tag: asset.tag, name: asset.name },
    owner: { id: ownerId, name: people.get(ownerId)?.name ?? '' }, expiresAt, order: order ?? null, waiting: state === 'waiting',
  }
  return { ...shift, repairs: [...shift.repairs, repair] }
}

function did(shift: SeenShift, operation: StoredOperation, known: Known): SeenShift {
  switch (operation.kind) {
    case 'handover.sign': return signed(operation, shift, known)
    case 'handover.acknowledge': return taken(operation, shift, known)
    case 'repair.register': return registered(operation, shift, known)
    case 'repair.remove': return { ...shift, repairs: shift.repairs.filter(({ id }) => id !== operation.entityId) }
    default: return shift
  }
}

/** seenShift is the change of shifts on this tablet: what waits counts, and what the server took in since the tablet last asked; what it refused does not. */
export function seenShift({ told, askedAt }: KeptShift, operations: readonly StoredOperation[], known: Known): SeenShift {
  const counting = operations.filter(({ state, answeredAt }) => state === 'waiting' || (state === 'done' && (answeredAt ?? '') >= askedAt)).toSorted((a, b) => a.seq - b.seq)
  const start: SeenShift = {
    machines: told.machines, places: told.places,
    handovers: told.handovers.map((one) => ({ ...one, waiting: false })), repairs: told.repairs.map((one) => ({ ...one, waiting: false })),
  }
  return counting.reduce((shift, operation) => did(shift, operation, known), start)
}
