import * as z from 'zod'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { openAttachment } from '#server/modules/attachments/index.ts'
import { withRequest } from '#server/platform/request.ts'
import { fileResponse } from './file-response.ts'
import { refusalOf } from './refusal.ts'
import { PERSON_HEADER, personOfDevice } from './tablet/device-person.ts'
import { createContext } from './trpc/create-context.ts'

async function serve(request: Request, id: string, requestId: string): Promise<Response> {
  // A tablet asks for one of its people, whoever is signed in on it, and gets what that person may see and no more.
  const actor = request.headers.has(PERSON_HEADER) ? await personOfDevice(request.headers) : (await createContext(request.headers, requestId)).actor
  if (!actor) throw new AppError('unauthenticated', errorSentence('sign-in'))
  if (!z.uuid().safeParse(id).success) throw notFound('This file')
  const thumb = new URL(request.url).searchParams.get('size') === 'thumb'
  return fileResponse(request, await openAttachment(actor, id.toLowerCase(), thumb))
}

/** handleFile serves the bytes of an attachment to whoever may see what it belongs to: `size=thumb` its preview, `save=1` for saving. */
export const handleFile = (request: Request, { params }: { readonly params: Promise<{ readonly id: string }> }): Promise<Response> =>
  withRequest(async (requestId) => {
    try {
      return await serve(request, (await params).id, requestId)
    } catch (error) {
      return refusalOf(error, '/api/files')
    }
  })
