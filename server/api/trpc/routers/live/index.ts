import { router } from '../../init.ts'
import { changes } from './changes.ts'

/** liveRouter is the one stream a browser holds. */
export const liveRouter = router({ changes })
