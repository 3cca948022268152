import { postPull } from '#server/api/tablet/pull.ts'

export const POST = postPull
