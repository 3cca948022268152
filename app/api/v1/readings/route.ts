import { postReadings } from '#server/api/v1/readings.ts'

export const POST = postReadings
