import { handleFile } from '#server/api/files.ts'

export const dynamic = 'force-dynamic'
export const GET = handleFile
