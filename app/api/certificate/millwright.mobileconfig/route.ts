import { handleAppleProfile } from '#server/api/certificate.ts'

export const dynamic = 'force-dynamic'
export const GET = handleAppleProfile
