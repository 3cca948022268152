import { postWiped } from '#server/api/tablet/wiped.ts'

export const POST = postWiped
