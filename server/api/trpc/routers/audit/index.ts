import { router } from '../../init.ts'
import { list } from './list.ts'

/** auditRouter is about what was changed by whom. */
export const auditRouter = router({ list })
