import { pullForTablet, pullInput } from '#server/flows/sync/index.ts'
import { bodyOf, deviceOf, tabletRoute } from './http.ts'

/** postPull gives a tablet what it does not have yet; it is a POST because what it has is too long for an address. */
export const postPull = tabletRoute(async (request) => {
  const device = await deviceOf(request)
  return device.wipe ? Response.json({ wipe: true }) : Response.json(await pullForTablet(device, await bodyOf(pullInput, request)))
})
