import { router } from '../../init.ts'
import { change } from './change.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'
import { renew } from './renew.ts'
import { test } from './test.ts'

/** webhooksRouter is about the programs outside that are told. */
export const webhooksRouter = router({ list, create, change, renew, test, remove })
