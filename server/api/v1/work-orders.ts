import * as z from 'zod'
import { workOrderKind, workOrderSource, workOrderStatus } from '#server/core/work-orders/enums.ts'
import { verdict } from '#server/core/work-orders/verdict.ts'
import { listOrders, type WorkOrderRow } from '#server/modules/work-orders/index.ts'
import { parseQuery, withKey } from './http.ts'
import type { Operation } from './operation.ts'

const LISTS = ['source', 'status', 'priority'] as const

const query = z.object({
  source: z.array(workOrderSource).optional().meta({ description: 'condition is what a rule or a model raised' }),
  status: z.array(workOrderStatus).optional(),
  priority: z.array(z.coerce.number<string>().int().min(1).max(4)).optional(),
  siteId: z.uuid().optional(),
  assetId: z.uuid().optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number<string>().int().min(1).max(100).default(50),
})

const item = z.object({
  id: z.uuid(),
  number: z.string().regex(/^WO-\d{6,}$/),
  title: z.string(),
  status: workOrderStatus,
  kind: workOrderKind,
  source: workOrderSource,
  priority: z.int().min(1).max(4),
  siteId: z.uuid(),
  assetId: z.uuid(),
  assetTag: z.string(),
  assetName: z.string(),
  failureMode: z.string().nullable(),
  verdict: verdict.nullable(),
  dueAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})

/** listWorkOrdersOperation describes GET /api/v1/work-orders. */
export const listWorkOrdersOperation: Operation = {
  id: 'listWorkOrders',
  method: 'get',
  path: '/api/v1/work-orders',
  summary: 'Work orders, newest first',
  scopes: ['read'],
  query,
  status: 200,
  response: z.object({ items: z.array(item), nextCursor: z.string().nullable() }),
  errors: [],
}

// People's names are not a machine's business, so the assignee is left out.
const itemOf = (row: WorkOrderRow): Record<keyof z.infer<typeof item>, unknown> => ({
  id: row.id, number: row.number, title: row.title, status: row.status, kind: row.kind, source: row.source, priority: row.priority, siteId: row.siteId,
  assetId: row.assetId, assetTag: row.assetTag, assetName: row.assetName, failureMode: row.failureMode, verdict: row.verdict,
  dueAt: row.dueAt, createdAt: row.createdAt, updatedAt: row.updatedAt,
})

/** getWorkOrders lists the orders of the key's sites. */
export const getWorkOrders = withKey(listWorkOrdersOperation.scopes, async ({ request, actor }) => {
  const page = await listOrders(actor, parseQuery(query, request, LISTS))
  return Response.json({ items: page.items.map(itemOf), nextCursor: page.nextCursor })
})
