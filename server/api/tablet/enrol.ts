import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { resolveSession } from '#server/modules/people/index.ts'
import { enrolDevice, enrolInput } from '#server/modules/tablets/index.ts'
import { sessionOf } from '#server/platform/auth.ts'
import { deviceCookie, deviceCookieOf } from './device-cookie.ts'
import { bodyOf, tabletRoute } from './http.ts'

/** postEnrol lets the signed-in person work on this device without a network, and gives the device its credential. */
export const postEnrol = tabletRoute(async (request) => {
  const session = await sessionOf(request.headers)
  const person = session && (await resolveSession(session.id))
  if (!person) throw new AppError('unauthenticated', errorSentence('sign-in'))
  const { device, credential } = await enrolDevice(person.actor, await bodyOf(enrolInput, request), deviceCookieOf(request.headers))
  const body = { device: { id: device.id, name: device.name, orgId: device.orgId }, person: { id: person.actor.personId, name: person.actor.name, locale: person.locale } }
  return Response.json(body, { headers: { 'set-cookie': deviceCookie(credential) } })
})
