import { getOpenApi } from '#server/api/v1/openapi.ts'

export const GET = getOpenApi
