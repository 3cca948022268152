import { EXCHANGED } from '#server/core/condition/baseline-check.ts'
import type { Actor } from '#server/core/people/actor.ts'
import * as assets from '#server/modules/assets/index.ts'
import type { ExchangeEquipment } from '#server/modules/assets/index.ts'
import { restartLearning } from '#server/modules/condition/index.ts'

/** exchangeEquipment puts another piece of equipment at a position; what rules had learnt of the one before ends with it, as after a repair. */
export const exchangeEquipment = (actor: Actor, input: ExchangeEquipment): Promise<{ id: string }> =>
  assets.exchangeEquipment(actor, input, (tx, exchanged) => restartLearning(tx, actor, { ...exchanged, orderId: null, activity: EXCHANGED }))
