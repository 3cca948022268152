import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Label is one label as the server makes it. */
export type Label = Outputs['labels']['sheet']['labels'][number]
