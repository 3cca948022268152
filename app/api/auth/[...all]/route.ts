import { handleAuth } from '#server/api/auth.ts'

export const GET = handleAuth
export const POST = handleAuth
