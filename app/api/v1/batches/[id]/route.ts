import { getBatch } from '#server/api/v1/batches.ts'

export const GET = getBatch
