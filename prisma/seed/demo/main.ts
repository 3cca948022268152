import { closeDatabase } from '#server/platform/db.ts'
import { now } from '#server/platform/clock.ts'
import { env } from '#server/platform/env.ts'
import { seedDemo } from './seed.ts'

await seedDemo(env().DATA_DIR, now())
await closeDatabase()
