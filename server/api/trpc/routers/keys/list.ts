import { listApiKeys } from '#server/modules/keys/index.ts'
import { procedure } from '../../init.ts'

/** list shows the keys of the caller's sites, never their text. */
export const list = procedure('key.edit').query(async ({ ctx }) =>
  (await listApiKeys(ctx.actor)).map((key) => ({
    ...key,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  })),
)
