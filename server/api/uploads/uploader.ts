import { UPLOAD_PERMISSIONS } from '#server/core/attachments/scope.ts'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { can, type PersonActor } from '#server/core/people/actor.ts'
import { identifyDevice } from '#server/modules/tablets/index.ts'
import { deviceCookieOf } from '../tablet/device-cookie.ts'
import { createContext } from '../trpc/create-context.ts'

const PERSON = 'x-mw-person'

/** Finds the person for whom a tablet sends, or, when he has left, somebody who still works on it: what he did is sent all the same. */
async function ofDevice(headers: Headers): Promise<PersonActor | null> {
  const credential = deviceCookieOf(headers)
  const device = credential && (await identifyDevice(credential))
  if (!device || device.wipe) return null
  const active = device.people.filter((person) => person.deactivatedAt === null)
  return (active.find(({ actor }) => actor.personId === headers.get(PERSON)) ?? active[0])?.actor ?? null
}

/**
 * uploaderOf finds who sends a file: a person of the tablet it comes from, or whoever is signed in, who must be able to carry out or ask for work
 * somewhere. Who attaches it later may be somebody else, as on a shared tablet. 'unauthenticated' or 'forbidden' otherwise.
 */
export async function uploaderOf(request: Request, requestId: string): Promise<PersonActor> {
  const actor = (request.headers.has(PERSON) ? await ofDevice(request.headers) : null) ?? (await createContext(request.headers, requestId)).actor
  if (!actor) throw new AppError('unauthenticated', errorSentence('sign-in'))
  if (!UPLOAD_PERMISSIONS.some((permission) => can(actor, permission))) throw new AppError('forbidden', errorSentence('role'), { permissions: UPLOAD_PERMISSIONS })
  return actor
}
