import { router } from '../../init.ts'
import { cancel } from './cancel.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { start } from './start.ts'

/** backtestsRouter is about rules tried on history in background jobs: asking for one, following it, cancelling it. */
export const backtestsRouter = router({ start, list, get, cancel })
