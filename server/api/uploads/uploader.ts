import { UPLOAD_PERMISSIONS } from '#server/core/attachments/scope.ts'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { can, type PersonActor } from '#server/core/people/actor.ts'
import { deviceOfHeaders, PERSON_HEADER } from '../tablet/device-person.ts'
import { createContext } from '../trpc/create-context.ts'

/** Finds the person for whom a tablet sends, or, when he has left, somebody who still works on it: what he did is sent all the same. */
async function ofDevice(headers: Headers): Promise<PersonActor | null> {
  const device = await deviceOfHeaders(headers)
  if (!device) return null
  const active = device.people.filter((person) => person.deactivatedAt === null)
  return (active.find(({ actor }) => actor.personId === headers.get(PERSON_HEADER)) ?? active[0])?.actor ?? null
}

/**
 * uploaderOf finds who sends a file: a person of the tablet it comes from, or whoever is signed in, who must be able to carry out or ask for work
 * somewhere. Who attaches it later may be somebody else, as on a shared tablet. 'unauthenticated' or 'forbidden' otherwise.
 */
export async function uploaderOf(request: Request, requestId: string): Promise<PersonActor> {
  const actor = (request.headers.has(PERSON_HEADER) ? await ofDevice(request.headers) : null) ?? (await createContext(request.headers, requestId)).actor
  if (!actor) throw new AppError('unauthenticated', errorSentence('sign-in'))
  if (!UPLOAD_PERMISSIONS.some((permission) => can(actor, permission))) throw new AppError('forbidden', errorSentence('role'), { permissions: UPLOAD_PERMISSIONS })
  return actor
}
