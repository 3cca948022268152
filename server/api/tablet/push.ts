import { pushInput } from '#server/core/sync/operation.ts'
import { takeOperations } from '#server/flows/sync/index.ts'
import { bodyOf, deviceOf, tabletRoute } from './http.ts'

/** postPush takes in what a tablet did while nobody was listening, and says of each operation what became of it. */
export const postPush = tabletRoute(async (request) => {
  const device = await deviceOf(request)
  if (device.wipe) return Response.json({ wipe: true, answers: [] })
  const input = await bodyOf(pushInput, request)
  return Response.json({ wipe: false, answers: await takeOperations(device, input) })
})
