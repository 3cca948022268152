import { handleUpload } from '#server/api/uploads/handler.ts'

export const dynamic = 'force-dynamic'
export const POST = handleUpload
export const HEAD = handleUpload
export const PATCH = handleUpload
