import { env } from '#server/platform/env.ts'
import { publicUrl } from '#server/platform/origins.ts'
import type { Params } from '#server/core/notify/kinds.ts'
import { pathOf } from '#server/core/notify/path.ts'

// A path of the shell as people outside it follow it.
const absolute = (path: string): string => `${publicUrl(env())}${path}`

/** linkOf is the address of what a notification is about. */
export const linkOf = (subject: { readonly subjectType: string; readonly subjectId: string }, params: Params): string => absolute(pathOf(subject, params))

/** settingsLink is where a person changes how he is told. */
export const settingsLink = (): string => absolute('/notifications')
