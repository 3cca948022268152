import type { PersonActor } from '#server/core/people/actor.ts'
import { identifyDevice, type Device } from '#server/modules/tablets/index.ts'
import { deviceCookieOf } from './device-cookie.ts'

/** PERSON_HEADER says for which of its people a tablet asks. */
export const PERSON_HEADER = 'x-mw-person'

/** deviceOfHeaders finds the device whose cookie came with a request; null for none, and for one that is to empty itself. */
export async function deviceOfHeaders(headers: Headers): Promise<Device | null> {
  const credential = deviceCookieOf(headers)
  const device = credential && (await identifyDevice(credential))
  return !device || device.wipe ? null : device
}

/** personOfDevice finds the person of a device for whom it asks; null when he has never signed in on it, or has left. */
export async function personOfDevice(headers: Headers): Promise<PersonActor | null> {
  const personId = headers.get(PERSON_HEADER)
  const device = personId === null ? null : await deviceOfHeaders(headers)
  return device?.people.find((person) => person.deactivatedAt === null && person.actor.personId === personId)?.actor ?? null
}
