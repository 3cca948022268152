import { listWebhooks } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** list shows the webhooks with how they last went, and the allow list; never a secret. */
export const list = procedure('webhook.edit').query(async ({ ctx }) => {
  const { webhooks, allowed } = await listWebhooks(ctx.actor)
  return {
    allowed,
    webhooks: webhooks.map(({ secretVersion: _, openUntil, lastOkAt, lastTriedAt, ...webhook }) => ({
      ...webhook, openUntil: openUntil?.toISOString() ?? null, lastOkAt: lastOkAt?.toISOString() ?? null, lastTriedAt: lastTriedAt?.toISOString() ?? null,
    })),
  }
})
