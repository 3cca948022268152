import { isKind } from '#server/core/notify/kinds.ts'
import { repeatAt } from '#server/core/notify/repeat.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { databaseNow } from './clock.repo.ts'
import { dueRepeats, endRepeats, markRepeated } from './repeat.repo.ts'
import { recipientsOf } from './tell/recipients.repo.ts'
import type { Rung } from './tell/tell.repo.ts'
import { planFor } from './tell/tell-people.ts'

/**
 * repeatNews tells again what nobody has done anything about, when its time has come: the same line of the list, unread again, and a
 * message. What is over, acknowledged or not to be called for (as `mayCall` says of an incident) is not told again. Gives the messages.
 */
export const repeatNews = (orgId: string, mayCall: (tx: Tx, incidentIds: readonly string[]) => Promise<ReadonlySet<string>>): Promise<Rung[]> =>
  withTenant(orgId, async (tx) => {
    const due = await dueRepeats(tx)
    if (due.length === 0) return []
    const calling = await mayCall(tx, due.map(({ subjectId }) => subjectId))
    const standing = due.filter((row) => row.standing && calling.has(row.subjectId))
    await endRepeats(tx, due.filter((row) => !standing.includes(row)).map(({ id }) => id))
    const recipients = new Map((await recipientsOf(tx, standing.map(({ personId }) => personId))).map((one) => [one.id, one]))
    const rung: Rung[] = []
    for (const row of standing) {
      const recipient = recipients.get(row.personId)
      if (!isKind(row.kind) || !recipient) {
        await endRepeats(tx, [row.id])
        continue
      }
      const what = { kind: row.kind, priority: row.priority, safety: row.safety, siteId: row.siteId, loud: true }
      const now = await databaseNow(tx)
      const next = repeatAt(what, now)
      await markRepeated(tx, row.id, new Date(now), next === null ? null : new Date(next))
      rung.push(...await planFor(tx, recipient, what, { id: row.id, repeat: row.repeats + 1 }, row.zone))
      await publishLive(tx.exec, orgId, { entity: 'notification', id: row.personId })
    }
    return rung
  })
