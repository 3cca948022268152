import { UPLOAD_PERMISSIONS } from '#server/core/attachments/scope.ts'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { can, type PersonActor } from '#server/core/people/actor.ts'
import { createContext } from '../trpc/create-context.ts'

/**
 * uploaderOf finds who sends a file: the person who is signed in, who must be able to carry out or ask for work somewhere. Who attaches it later may be somebody
 * else, as on a shared tablet. 'unauthenticated' or 'forbidden' otherwise.
 */
export async function uploaderOf(request: Request, requestId: string): Promise<PersonActor> {
  const { actor } = await createContext(request.headers, requestId)
  if (!actor) throw new AppError('unauthenticated', errorSentence('sign-in'))
  if (!UPLOAD_PERMISSIONS.some((permission) => can(actor, permission))) throw new AppError('forbidden', errorSentence('role'), { permissions: UPLOAD_PERMISSIONS })
  return actor
}
