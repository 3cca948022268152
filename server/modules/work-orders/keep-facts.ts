import type { Actor } from '#server/core/people/actor.ts'
import type { Command } from '#server/core/work-orders/commands.ts'
import type { Tx } from '#server/platform/db.ts'
import { answerRest, answerTask } from './answer-task.ts'
import { peopleOfSite } from './people.repo.ts'
import { raiseFollowUp } from './raise-follow-up.ts'
import { carryRest } from './carry-rest.ts'
import { moveAsset } from './move-asset.ts'
import { recordDowntime } from './record-downtime.ts'
import { planPart, returnPart, usePart } from './record-part.ts'
import { correctTime, logTime } from './record-time.ts'
import { addWitness } from './witness.ts'
import type { Told } from './told.ts'
import type { LockedOrder } from './work-orders.repo.ts'

/** keepFacts writes down what a command brings beside the order's own fields, and gives what the history keeps of it. */
export async function keepFacts(tx: Tx, actor: Actor, order: LockedOrder, command: Command, told: Told): Promise<Record<string, unknown>> {
  switch (command.name) {
    case 'answerTask': return answerTask(tx, order, command.payload, told)
    case 'answerRest': return answerRest(tx, order, command.payload, told)
    case 'raiseFollowUp': return raiseFollowUp(tx, actor, order, command.payload)
    // A name that is not one of the site's people is left out: what was written is not refused for it.
    case 'comment': return command.payload.mentions === undefined ? {} : { mentions: await peopleOfSite(tx, order.siteId, command.payload.mentions) }
    case 'meToo': return addWitness(tx, order, command.payload.note ?? null, told)
    case 'moveAsset': return moveAsset(tx, actor, order, command.payload)
    case 'carryRest': return carryRest(tx, actor, order, command.payload)
    case 'planPart': return planPart(tx, order, command.payload, told)
    case 'usePart': return usePart(tx, order, command.payload, told)
    case 'returnPart': return returnPart(tx, order, command.payload, told)
    case 'logTime': return logTime(tx, order, command.payload, told)
    case 'correctTime': return correctTime(tx, order, command.payload, told)
    case 'recordDowntime': return recordDowntime(tx, order, command.payload, told)
    default: return {}
  }
}
