import path from 'node:path'
import { defineConfig } from 'prisma/config'

// The engine of `prisma migrate` from npm's package: the vendor's download host may be out of reach. `npx prisma …` just works.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'server/cli/schema-engine.ts')

/** Prisma's command line works as the role that owns the schema; `npm start` itself does not use it to migrate. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.MW_OWNER_URL ?? 'postgresql://localhost/none' },
})
