import { contractorLink } from '#server/api/public/contractor-link.ts'
import { drawContractor } from '../../../_features/public/index.ts'

export const dynamic = 'force-dynamic'

const link = contractorLink(drawContractor)
export const GET = link.GET
export const POST = link.POST
