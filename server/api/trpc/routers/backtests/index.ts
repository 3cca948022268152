import { router } from '../../init.ts'
import { cancel } from './cancel.ts'
import { extent } from './extent.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { start } from './start.ts'

/** backtestsRouter is about rules tried on history in background jobs: what there is to try them on, asking for one, following it, cancelling it. */
export const backtestsRouter = router({ extent, start, list, get, cancel })
