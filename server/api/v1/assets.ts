import * as z from 'zod'
import { ASSET_STATUSES } from '#server/core/assets/status.ts'
import { assetTree } from '#server/modules/assets/index.ts'
import { parseQuery, withKey } from './http.ts'
import type { Operation } from './operation.ts'

const query = z.object({ siteId: z.uuid().optional() })

/** listAssetsOperation describes GET /api/v1/assets. */
export const listAssetsOperation: Operation = {
  id: 'listAssets',
  method: 'get',
  path: '/api/v1/assets',
  summary: 'Every position of the plant with its state; parents come by parentId',
  scopes: ['read'],
  query,
  status: 200,
  response: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        parentId: z.uuid().nullable(),
        siteId: z.uuid(),
        tag: z.string(),
        name: z.string(),
        level: z.string(),
        criticality: z.string(),
        className: z.string().nullable(),
        status: z.enum(ASSET_STATUSES),
        priority: z.int().nullable().meta({ description: 'Of the worst open incident at or below it: 1 critical to 4 low' }),
        openOrders: z.int().nonnegative(),
        unknownShare: z.number().min(0).max(1).meta({ description: 'Share of the machines below that nobody can tell about' }),
      }),
    ),
  }),
  errors: [404],
}

/** getAssets lists the positions of the key's sites. */
export const getAssets = withKey(listAssetsOperation.scopes, async ({ request, actor }) => {
  const { nodes } = await assetTree(actor, parseQuery(query, request))
  return Response.json({ items: nodes })
})
