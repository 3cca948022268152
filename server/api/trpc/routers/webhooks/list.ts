import { listWebhooks } from '#server/modules/notify/index.ts'
import { now } from '#server/platform/clock.ts'
import { procedure } from '../../init.ts'

/** list shows the webhooks with how they last went; never a secret. */
export const list = procedure('webhook.edit').query(async ({ ctx }) => {
  const at = now()
  return (await listWebhooks(ctx.actor)).map(({ secretVersion: _, oldSecretUntil, openUntil, lastOkAt, lastTriedAt, ...webhook }) => ({
    ...webhook, oldSecretUntil: oldSecretUntil !== null && oldSecretUntil > at ? oldSecretUntil.toISOString() : null,
    openUntil: openUntil?.toISOString() ?? null, lastOkAt: lastOkAt?.toISOString() ?? null, lastTriedAt: lastTriedAt?.toISOString() ?? null,
  }))
})
