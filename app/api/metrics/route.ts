import { handleMetrics } from '#server/api/metrics.ts'

export const dynamic = 'force-dynamic'
export const GET = handleMetrics
