import { contractorFile } from '#server/api/public/contractor-link.ts'

export const dynamic = 'force-dynamic'

export const GET = contractorFile
