import { credits } from '#server/modules/demo/index.ts'
import { LICENCE, VERSION } from '#server/platform/version.ts'
import { procedure } from '../../init.ts'

/** about says which version this is, under which licence, and whose data the demo plant shows. */
export const about = procedure('me.read').query(() => ({ version: VERSION, licence: LICENCE, credits: credits() }))
