import { router } from '../../init.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { setEnabled } from './set-enabled.ts'

/** sourcesRouter is about whatever delivers readings. */
export const sourcesRouter = router({ list, create, setEnabled })
