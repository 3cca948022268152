import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import type { Actor } from '#server/core/people/actor.ts'
import type { MqttPlace } from '#server/core/sources/mqtt-settings.ts'
import { newId } from '#server/platform/ids.ts'
import { requireEdit, requireSite } from './editable.ts'
import { countListening, dropStale, endListening, findSampling, insertListening, type SamplingRow } from './sampling.repo.ts'
import { inTenant } from './sources.repo.ts'

const LASTS_MS = 2 * MINUTE_MS
const MOST_AT_ONCE = 5

/** Listen asks to be shown what a broker sends, before there is a source. */
export interface Listen {
  readonly siteId: string
  readonly place: MqttPlace
}

/** listen lets the gateway listen at a place for two minutes and keep a bounded sample; 'too-many' when several people do at once. */
export async function listen(actor: Actor, input: Listen): Promise<{ id: string }> {
  const { orgId } = actor
  return inTenant(orgId, async (exec) => {
    await requireSite(exec, actor, input.siteId)
    await dropStale(exec, orgId)
    const id = newId()
    const createdBy = actor.type === 'person' ? actor.personId : null
    await insertListening(exec, orgId, { id, siteId: input.siteId, kind: 'mqtt', place: input.place, createdBy, lastsMs: LASTS_MS })
    if ((await countListening(exec, orgId)) > MOST_AT_ONCE) throw new AppError('too-many', `${MOST_AT_ONCE} people listen already. Try again in two minutes.`)
    return { id }
  })
}

/** listeningOf reads what was heard so far by somebody who may edit sources at its site; 'not-found' when it is over for long. */
export const listeningOf = (actor: Actor, id: string): Promise<SamplingRow> =>
  inTenant(actor.orgId, async (exec) => {
    const row = await findSampling(exec, actor.orgId, id)
    if (!row) throw notFound('This listening')
    return requireEdit(actor, row)
  })

/** stopListening ends it before its time. */
export const stopListening = (actor: Actor, input: { readonly id: string }): Promise<void> =>
  inTenant(actor.orgId, async (exec) => {
    const row = await findSampling(exec, actor.orgId, input.id)
    if (!row || row.sourceId !== null) throw notFound('This listening')
    requireEdit(actor, row)
    await endListening(exec, actor.orgId, input.id)
  })
