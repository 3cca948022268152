import { router } from '../../init.ts'
import { get } from './get.ts'
import { search } from './search.ts'
import { tree } from './tree.ts'

/** assetsRouter is about positions in the plant. */
export const assetsRouter = router({ tree, get, search })
