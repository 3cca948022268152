import { router } from '../../init.ts'
import { doors } from './doors.ts'
import { addMachine, remove, renew } from './edit-doors.ts'
import { ofOrder } from './of-order.ts'
import { setSite } from './set-site.ts'

/** requestsRouter is about requests without an account: where they are taken, and what was said. */
export const requestsRouter = router({ doors, setSite, addMachine, renew, remove, ofOrder })
