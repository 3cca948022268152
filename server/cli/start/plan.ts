import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Env } from '#server/platform/env.ts'
import type { ChildPlan } from './supervisor.ts'

// With reload the framework's own server serves: ours never answers dynamic routes in its development mode.
const developmentWeb = (env: Env, variables: NonNullable<ChildPlan['env']>): ChildPlan => ({
  name: 'web',
  program: 'node_modules/next/dist/bin/next',
  args: ['dev', '--port', String(env.PORT), '--hostname', env.HOST],
  env: { ...variables, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' },
})

/** planStack names the processes of the stack, in the order in which they start; they stop the other way round. */
export function planStack(root: string, env: Env, dev: boolean, exists: (file: string) => boolean = (file) => existsSync(path.join(root, file))): ChildPlan[] {
  const nodeOptions = dev ? ['--watch', '--watch-preserve-output'] : []
  // Only the start command owns the schema: the address of mw_owner goes to nobody else.
  const variables = { MW_OWNER_URL: undefined, DATABASE_URL: undefined }
  const plans: ChildPlan[] = [
    { name: 'worker', program: 'workers/main.ts', nodeOptions, env: variables },
    { name: 'gateway', program: 'workers/gateway.ts', nodeOptions, env: variables },
    dev ? developmentWeb(env, variables) : { name: 'web', program: 'server/cli/web.ts', env: variables },
  ]
  // The demo player talks to this machine only, where a plant's own certificate names another host.
  const trust = env.TLS_CERT ? { NODE_TLS_REJECT_UNAUTHORIZED: '0' } : {}
  if (env.MILLWRIGHT_DEMO === '1') plans.push({ name: 'demo', program: 'workers/demo/main.ts', nodeOptions, env: { ...variables, ...trust } })
  return plans.filter((plan) => exists(plan.program))
}
