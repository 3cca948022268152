import type { Outputs } from '../../../../_lib/trpc/types.ts'

/** Site is a site with its switch and its addresses. */
export type Site = Outputs['requests']['doors'][number]
