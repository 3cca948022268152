import type { Outputs } from '../../../../_lib/trpc/types.ts'

/** Place is a site at which the person may add sources. */
export type Place = Outputs['sources']['places'][number]

/** SitePoint is a point to which a value can be led. */
export type SitePoint = Outputs['sources']['points'][number]

/** Listening is how listening at a broker goes, and what was heard. */
export type Listening = Outputs['sources']['heard']

/** StoredSource is a source with its settings. */
export type StoredSource = Outputs['sources']['get']
