import { testOwn } from '#server/modules/notify/index.ts'
import { now } from '#server/platform/clock.ts'
import { ringDeliveries } from '#server/queue/deliveries.ts'
import { procedure } from '../../init.ts'

/** test sends the caller a message by every channel there is; gives how many. */
export const test = procedure('me.read').mutation(async ({ ctx }) => {
  const rung = await testOwn(ctx.actor)
  await ringDeliveries(rung, now())
  return { messages: rung.length }
})
