import { getWorkOrders } from '#server/api/v1/work-orders.ts'

export const GET = getWorkOrders
