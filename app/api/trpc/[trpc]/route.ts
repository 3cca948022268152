import { handleTrpc } from '#server/api/trpc/handler.ts'

export const GET = handleTrpc
export const POST = handleTrpc
