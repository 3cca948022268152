import { router } from '../../init.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { revoke } from './revoke.ts'

/** keysRouter is about the keys of programs. */
export const keysRouter = router({ list, create, revoke })
