import { postPush } from '#server/api/tablet/push.ts'

export const POST = postPush
