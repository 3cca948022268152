import { getAssets } from '#server/api/v1/assets.ts'

export const GET = getAssets
