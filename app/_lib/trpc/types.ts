import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/api/trpc/routers/index.ts'

/** Outputs are what each procedure answers, by router and name. */
export type Outputs = inferRouterOutputs<AppRouter>

/** Inputs are what each procedure takes, by router and name. */
export type Inputs = inferRouterInputs<AppRouter>
