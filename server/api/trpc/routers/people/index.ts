import { router } from '../../init.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { managed } from './managed.ts'
import { setActive } from './set-active.ts'
import { updateGrants } from './update-grants.ts'

/** peopleRouter is about the people of the organization and what they may do. */
export const peopleRouter = router({ list, managed, create, updateGrants, setActive })
