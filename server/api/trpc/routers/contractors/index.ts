import { router } from '../../init.ts'
import { create, list, revoke } from './links.ts'

/** contractorsRouter is about links with which somebody from another firm works on one order. */
export const contractorsRouter = router({ list, create, revoke })
