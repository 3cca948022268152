import { eventKey } from '#server/core/notify/keys.ts'
import { pastRepairs } from '#server/modules/handover/index.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import { withTenant } from '#server/platform/db.ts'

/** tellOfPastRepairs tells the owner of every temporary repair that stands beyond its time, once for each time; gives the messages to ring for. */
export const tellOfPastRepairs = (orgId: string): Promise<Rung[]> =>
  withTenant(orgId, async (tx) => {
    const rung: Rung[] = []
    for (const repair of await pastRepairs(tx)) {
      const event = {
        key: eventKey('repair-expired', repair.id, String(Math.floor(repair.expiresAt.getTime() / 1000))), siteId: repair.siteId, zone: repair.zone, priority: null, safety: false,
        subject: { type: 'person', id: repair.ownerId },
        params: { assetId: repair.assetId, assetTag: repair.assetTag, assetName: repair.assetName, text: repair.what },
      } as const
      rung.push(...(await notify.tellPeople(tx, event, [{ personId: repair.ownerId, kind: 'repair-expired', loud: true }])).rung)
    }
    return rung
  })
