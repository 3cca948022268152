import * as z from 'zod'
import type { PersonActor } from '#server/core/people/actor.ts'
import { readGrants } from '#server/core/people/grants.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { hashSecret, newSecret, type DeviceCredential } from './secret.ts'
import { deviceBySecret, enrolPerson, insertDevice, renameDevice, usersOf, type DeviceUser } from './tablet.repo.ts'

/** deviceName parses what a tablet is called. */
export const deviceName = z.string().trim().min(1).max(80)

/** enrolInput parses what a device says of itself when a person begins to use it. */
export const enrolInput = z.object({ name: deviceName, platform: z.string().trim().min(1).max(80) })

/** Device is a device that has proven itself, with its people. */
export interface Device {
  readonly orgId: string
  readonly id: string
  readonly name: string
  /** True when somebody asked for it to be emptied. */
  readonly wipe: boolean
  readonly people: readonly DevicePerson[]
}

/** DevicePerson is a person of a device as the actor of what he does on it; deactivatedAt null while he is active. */
export interface DevicePerson {
  readonly actor: PersonActor
  readonly locale: string
  readonly deactivatedAt: Date | null
}

const personOf = (orgId: string, user: DeviceUser): DevicePerson => ({
  actor: { type: 'person', orgId, personId: user.id, name: user.name, grants: readGrants(user.grants) },
  locale: user.locale,
  deactivatedAt: user.active ? null : (user.deactivatedAt ?? new Date(0)),
})

const find = async (tx: Tx, given: DeviceCredential): Promise<Device | null> => {
  const stored = await deviceBySecret(tx, given.deviceId, hashSecret(given.secret))
  if (!stored) return null
  const people = await usersOf(tx, stored.id)
  return { orgId: tx.orgId, id: stored.id, name: stored.name, wipe: stored.wipeAskedAt !== null, people: people.map((user) => personOf(tx.orgId, user)) }
}

/** identifyDevice finds the device that a cookie proves; null when it proves none. */
export const identifyDevice = (given: DeviceCredential): Promise<Device | null> => withTenant(given.orgId, (tx) => find(tx, given))

/**
 * enrolDevice lets a signed-in person work on a device without a network from now on. A device that is known to this organization keeps its
 * identity and gains the person; any other becomes a new one, with a new secret.
 */
export function enrolDevice(
  actor: PersonActor,
  input: z.output<typeof enrolInput>,
  known: DeviceCredential | null,
): Promise<{ device: Device; credential: DeviceCredential }> {
  return withTenant(actor.orgId, async (tx) => {
    const before = known !== null && known.orgId === actor.orgId ? await deviceBySecret(tx, known.deviceId, hashSecret(known.secret)) : null
    const credential = before && known ? known : { orgId: actor.orgId, deviceId: newId(), secret: newSecret() }
    if (!before) await insertDevice(tx, { id: credential.deviceId, ...input, secretHash: hashSecret(credential.secret), enrolledBy: actor.personId })
    else if (before.name !== input.name) await renameDevice(tx, before.id, input.name)
    await enrolPerson(tx, credential.deviceId, actor.personId)
    await writeAudit(tx, { actor, action: 'device.enrol', entity: 'device', entityId: credential.deviceId, after: { name: input.name, platform: input.platform, personId: actor.personId } })
    const device = await find(tx, credential)
    if (!device) throw new Error('an enrolled device was not found')
    return { device, credential }
  })
}
