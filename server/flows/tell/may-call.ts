import * as notify from '#server/modules/notify/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** mayCallFor tells which of incidents may call people: not those that are suppressed, or that happened while a machine was offline. */
export const mayCallFor = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => new Set(await notify.callingOf(tx, ids))
