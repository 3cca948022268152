import { eventKey } from '#server/core/notify/keys.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import * as onCall from '#server/modules/on-call/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** Trouble is a place that messages do not reach. */
export interface Trouble {
  readonly endpointId: string
  readonly label: string
  readonly error: string
}

/** tellOfTrouble tells the administrators that nothing gets through to a place; gives the messages to ring for. */
export const tellOfTrouble = (orgId: string, { endpointId, label, error }: Trouble): Promise<Rung[]> =>
  withTenant(orgId, async (tx) => {
    const people = await onCall.activePeople(tx)
    const admins = people.filter(({ grants }) => grants.some(({ role, siteId }) => role === 'admin' && siteId === null)).map(({ id }) => id)
    const event = {
      key: eventKey('endpoint-down', endpointId, newId()), siteId: null, zone: 'UTC', priority: null, safety: false, subject: { type: 'endpoint', id: endpointId }, params: { endpoint: label, error },
    } as const
    // In the list only: a mail about a mail server that is down would wait behind what it is about.
    return (await notify.tellPeople(tx, event, admins.map((personId) => ({ personId, kind: 'endpoint-down' as const, loud: false })))).rung
  })
