import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { confirmWiped } from '#server/modules/tablets/index.ts'
import { noDeviceCookie } from './device-cookie.ts'
import { bodyOf, deviceOf, tabletRoute } from './http.ts'

const wiped = z.object({ lost: z.int().min(0) })

/** postWiped is how a device that was asked to empty itself says that it has, and how much unsent work died with it. */
export const postWiped = tabletRoute(async (request) => {
  const device = await deviceOf(request)
  if (!device.wipe) throw new AppError('conflict', 'Nobody asked for this device to be emptied.')
  await confirmWiped(device, (await bodyOf(wiped, request)).lost)
  return new Response(null, { status: 204, headers: { 'set-cookie': noDeviceCookie() } })
})
