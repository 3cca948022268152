import type { Files } from './tree.ts'

/** LEGAL is a small tree in which every layer uses all that it may use: the checkers find nothing in it. */
export const LEGAL: Files = {
  'server/core/assets/status.ts': `import * as z from 'zod'
import { MINUTE } from '../kernel/time.ts'

/** statusSchema reads a status. */
export const statusSchema = z.enum(['operating', 'stopped'])

/** staleAfter is how long a value counts, in ms. */
export const staleAfter = (now: Date): number => now.getTime() + 5 * MINUTE
`,
  'server/core/assets/status.test.ts': `import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { staleAfter } from './status.ts'

it('reads', () => expect(staleAfter(new Date(0)) + readFileSync(import.meta.filename).length).toBeGreaterThan(0))
`,
  'server/core/kernel/time.ts': `/** MINUTE is a minute in ms. */
export const MINUTE = 60_000
`,
  'server/platform/db.ts': `import pg from 'pg'
import { MINUTE } from '#server/core/kernel/time.ts'

/** Tx is one transaction. */
export interface Tx { readonly db: pg.Client }

/** withTenant runs work in a transaction. */
export async function withTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return work({ db: new pg.Client({ connectionTimeoutMillis: MINUTE }) })
}
`,
  'server/platform/env.ts': `/** env gives the variables. */
export const env = (): { port: string | undefined } => ({ port: process.env.PORT })
`,
  'server/modules/assets/assets.repo.ts': `import type { QueryResult } from 'pg'
import type { Tx } from '#server/platform/db.ts'

/** countAssets counts. */
export const countAssets = async (tx: Tx): Promise<number> => {
  const result: QueryResult = await tx.db.query('SELECT 1')
  return result.rowCount ?? 0
}
`,
  'server/modules/assets/index.ts': `export { listAssets } from './list-assets.ts'
`,
  'server/modules/assets/list-assets.ts': `import { staleAfter } from '#server/core/assets/status.ts'
import { withTenant } from '#server/platform/db.ts'
import { countAssets } from './assets.repo.ts'

/** listAssets lists. */
export const listAssets = (now: Date): Promise<number> => withTenant(async (tx) => (await countAssets(tx)) + staleAfter(now))
`,
  'server/modules/people/index.ts': `import { MINUTE } from '#server/core/kernel/time.ts'

/** shift gives the length of a shift in ms. */
export const shift = (): number => 480 * MINUTE
`,
  'server/flows/ensure-ticket.ts': `import { listAssets } from '#server/modules/assets/index.ts'
import { shift } from '#server/modules/people/index.ts'
import { env } from '#server/platform/env.ts'

/** ensureTicket joins two modules. */
export const ensureTicket = async (now: Date): Promise<string> => \`\${await listAssets(now)} \${shift()} \${env().port ?? ''}\`
`,
  'server/queue/client.ts': `import { env } from '#server/platform/env.ts'

/** ring rings. */
export const ring = (): string => env().port ?? ''
`,
  'server/api/trpc/routers/index.ts': `import { ensureTicket } from '#server/flows/ensure-ticket.ts'
import { shift } from '#server/modules/people/index.ts'
import { ring } from '#server/queue/client.ts'
import { statusSchema } from '#server/core/assets/status.ts'

/** appRouter is the router. */
export const appRouter = { ensureTicket, shift, ring, status: statusSchema }

/** AppRouter is its type. */
export type AppRouter = typeof appRouter
`,
  'workers/main.ts': `import { ensureTicketJob } from './jobs/ensure-ticket.ts'

await ensureTicketJob(new Date())
`,
  'workers/jobs/ensure-ticket.ts': `import { ensureTicket } from '#server/flows/ensure-ticket.ts'
import { ring } from '#server/queue/client.ts'

/** ensureTicketJob does the job. */
export const ensureTicketJob = async (now: Date): Promise<string> => (await ensureTicket(now)) + ring()
`,
  'workers/gateway.ts': `import { connect } from './connectors/mqtt/client.ts'

connect()
`,
  'workers/connectors/mqtt/client.ts': `import { connectAsync } from 'mqtt'
import { decode } from './decode.ts'

/** connect connects. */
export const connect = (): number => (typeof connectAsync === 'function' ? decode(new Uint8Array()) : 0)
`,
  'workers/connectors/mqtt/decode.ts': `import { MINUTE } from '#server/core/kernel/time.ts'

/** decode decodes. */
export const decode = (bytes: Uint8Array): number => bytes.length * MINUTE
`,
  'app/_lib/trpc/client.ts': `import type { AppRouter } from '#server/api/trpc/routers/index.ts'

/** call calls the server. */
export const call = (name: keyof AppRouter): string => name
`,
  'app/_lib/trpc/server.ts': `import { appRouter } from '#server/api/trpc/routers/index.ts'

/** prefetch calls the router directly. */
export const prefetch = (): Promise<string> => appRouter.ensureTicket(new Date())
`,
  'app/_ui/button.tsx': `import type { ReactNode } from 'react'

/** Button is a button. */
export const Button = ({ label }: { label: string }): ReactNode => <button type="button">{label}</button>
`,
  'app/_features/assets/index.ts': `export { AssetList } from './components/asset-list.tsx'
`,
  'app/_features/assets/components/asset-list.tsx': `import type { ReactNode } from 'react'
import { call } from '#app/_lib/trpc/client.ts'
import { Button } from '#app/_ui/button.tsx'
import { label } from '../prepare/label.ts'

/** AssetList shows assets. */
export const AssetList = (): ReactNode => <Button label={label(call('status'))} />
`,
  'app/_features/assets/prepare/label.ts': `import { MINUTE } from '#server/core/kernel/time.ts'

/** label makes a label. */
export const label = (name: string): string => \`\${name} \${MINUTE}\`
`,
  'app/(desk)/assets/page.tsx': `import type { ReactNode } from 'react'
import { AssetList } from '#app/_features/assets/index.ts'
import { prefetch } from '#app/_lib/trpc/server.ts'

export default async function Page(): Promise<ReactNode> {
  await prefetch()
  return <AssetList />
}
`,
  'app/api/trpc/route.ts': `import { appRouter } from '#server/api/trpc/routers/index.ts'

export const GET = (): Response => new Response(String(appRouter.shift()))
`,
  'prisma/seed/demo/main.ts': `import { shift } from '#server/modules/people/index.ts'

shift()
`,
  'server/cli/admin.ts': `import { listAssets } from '#server/modules/assets/index.ts'

console.log(await listAssets(new Date()))
`,
}
