import * as z from 'zod'
import { ROLES } from '#server/core/people/permissions.ts'

/** grantsInput is a list of roles, each at one site or (null) at every site. */
export const grantsInput = z.array(z.object({ role: z.enum(ROLES), siteId: z.uuid().nullable() })).max(100)
