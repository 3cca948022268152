import { router } from '../../init.ts'
import { list } from './list.ts'
import { wipe } from './wipe.ts'

/** devicesRouter is about the tablets on which people work without a network. */
export const devicesRouter = router({ list, wipe })
