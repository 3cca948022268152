import * as z from 'zod'
import { LIFE_EVENTS, type LifeEventType } from '#server/core/verdicts/life.ts'
import { shadowCriteria, type ShadowCriteria } from '#server/core/rules/shadow.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

/** NewLifeEvent is a turn in a rule's life, to be kept. */
export interface NewLifeEvent {
  readonly ruleId: string
  readonly versionId: string
  readonly type: LifeEventType
  readonly at: Date
  readonly personId: string | null
  readonly reason: string | null
  readonly criteria?: ShadowCriteria
}

/** StoredLifeEvent is a turn as it was kept. */
export interface StoredLifeEvent extends Omit<NewLifeEvent, 'criteria'> {
  readonly id: string
  readonly version: number
  readonly criteria: ShadowCriteria | null
}

const eventType = z.enum(LIFE_EVENTS)
const eventData = z.object({ criteria: shadowCriteria.nullable().catch(null) })

/** insertLifeEvent keeps a turn. */
export async function insertLifeEvent(tx: Tx, { criteria, versionId, ...event }: NewLifeEvent): Promise<void> {
  const data = criteria === undefined ? {} : { criteria }
  await tx.db.ruleEvent.create({ data: { ...event, ruleVersionId: versionId, orgId: tx.orgId, id: newId(), data } })
}

/** lifeEventsOf reads the turns of a rule's life, the newest first. */
export async function lifeEventsOf(tx: Tx, ruleId: string): Promise<StoredLifeEvent[]> {
  const rows = await tx.db.ruleEvent.findMany({ where: { orgId: tx.orgId, ruleId }, include: { ruleVersion: { select: { version: true } } }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  return rows.flatMap(({ id, ruleVersionId, ruleVersion, type, at, personId, reason, data }) => {
    const known = eventType.safeParse(type)
    const criteria = eventData.safeParse(data).data?.criteria ?? null
    return known.success ? [{ id, ruleId, versionId: ruleVersionId, version: ruleVersion.version, type: known.data, at, personId, reason, criteria }] : []
  })
}

/** hasBeenWatched tells whether a version was ever judged in shadow: what it says may not change any more. */
export const hasBeenWatched = async (tx: Tx, versionId: string): Promise<boolean> =>
  (await tx.db.ruleEvent.count({ where: { orgId: tx.orgId, ruleVersionId: versionId, type: 'shadow-started' } })) > 0

/** Standing is how a rule stands: what judges live and what only counts. */
export interface Standing {
  readonly status: 'draft' | 'published' | 'retired'
  readonly publishedVersion: number | null
  readonly shadowVersion: number | null
  readonly shadowSince: Date | null
}

/** setStanding changes how a rule stands; what is left out stays. */
export async function setStanding(tx: Tx, ruleId: string, standing: Partial<Standing>): Promise<void> {
  await tx.db.rule.update({ where: { orgId_id: { orgId: tx.orgId, id: ruleId } }, data: standing })
}

/** markPublished gives a version its note and the time of its first publication; one that was published before stays as it is. */
export async function markPublished(tx: Tx, versionId: string, note: string, at: Date): Promise<void> {
  await tx.db.ruleVersion.updateMany({ where: { orgId: tx.orgId, id: versionId, publishedAt: null }, data: { publishedAt: at, note } })
}

/** personNames gives people's names by id, inactive people too. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => z.uuid().safeParse(id).success)
  const rows = await tx.db.person.findMany({ where: { orgId: tx.orgId, id: { in: [...new Set(known)] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}
