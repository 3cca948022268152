import { router } from '../../init.ts'
import { get } from './get.ts'

/** overviewRouter is the first page. */
export const overviewRouter = router({ get })
