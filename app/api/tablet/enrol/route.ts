import { postEnrol } from '#server/api/tablet/enrol.ts'

export const POST = postEnrol
