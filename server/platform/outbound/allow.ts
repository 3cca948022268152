import { parseAllowList, type Allowed } from '../../core/outbound/target.ts'
import { env } from '../env.ts'

/** allowedInside is what inside the plant, or on this machine, messages may go to: a setting of the installation, the same for every organization. */
export const allowedInside = (): readonly Allowed[] => parseAllowList(env().WEBHOOK_ALLOW ?? '') ?? []
