import { router } from '../../init.ts'
import { begin } from './begin.ts'
import { confirmStep } from './confirm-step.ts'
import { end } from './end.ts'
import { forOrder } from './for-order.ts'
import { lift } from './lift.ts'
import { lockOff } from './lock-off.ts'
import { lockOn } from './lock-on.ts'
import { plan } from './plan.ts'
import { publishPlan } from './publish-plan.ts'
import { removeLock } from './remove-lock.ts'
import { restore } from './restore.ts'
import { savePlan } from './save-plan.ts'

/** isolationRouter is about isolating machines: their plans, and what people do to isolate one for an order. */
export const isolationRouter = router({ plan, savePlan, publishPlan, forOrder, begin, confirmStep, lockOn, lockOff, removeLock, lift, restore, end })
