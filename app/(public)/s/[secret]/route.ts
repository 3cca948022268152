import { statusLink } from '#server/api/public/status-link.ts'
import { drawStatus } from '../../../_features/public/index.ts'

export const dynamic = 'force-dynamic'

export const GET = statusLink(drawStatus).GET
