import type { Emergency } from '#server/core/public/screens.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { orgOfAddress } from '#server/platform/public-address.ts'
import { doorByPublicId, requestSites, type DoorRow } from './doors.repo.ts'

/** OpenDoor is an address at which requests are taken. */
export interface OpenDoor {
  readonly orgId: string
  readonly id: string
  readonly publicId: string
  readonly siteId: string
  readonly siteName: string
  readonly zone: string
  readonly machine: DoorRow['asset']
  readonly emergency: Emergency
}

/** openDoorIn finds the door of an address in the caller's transaction; null when it is unknown, was renewed, or its site is closed: the three are not told apart. */
export async function openDoorIn(tx: Tx, publicId: string): Promise<OpenDoor | null> {
  const door = await doorByPublicId(tx, publicId)
  const [site] = door ? await requestSites(tx, [door.siteId]) : []
  if (!door || !site?.open) return null
  return {
    orgId: tx.orgId, id: door.id, publicId, siteId: site.id, siteName: site.name, zone: site.timeZone, machine: door.asset,
    emergency: { words: site.emergencyWords, phone: site.emergencyPhone },
  }
}

/** openDoor finds the door of an address; the address names its organization, and only there is it looked for. */
export async function openDoor(publicId: string): Promise<OpenDoor | null> {
  const orgId = orgOfAddress(publicId, 'id')
  return orgId === null ? null : withTenant(orgId, (tx) => openDoorIn(tx, publicId))
}
