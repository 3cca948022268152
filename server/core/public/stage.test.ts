import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../kernel/time.ts'
import { WORK_ORDER_STATUSES, type WorkOrderStatus } from '../work-orders/enums.ts'
import { linkIsOver, since, stageOf, type Stage } from './stage.ts'

const at = (day: number): Date => new Date(Date.UTC(2026, 0, 1) + day * DAY_MS)
const history = (...statuses: readonly WorkOrderStatus[]) => statuses.map((to, day) => ({ at: at(day), to }))

describe('stageOf', () => {
  it('tells every status in the words of one who waits, and no more of it', () => {
    expect(WORK_ORDER_STATUSES.map((status) => [status, stageOf(status)])).toEqual([
      ['requested', 'received'], ['approved', 'looked-at'], ['planned', 'looked-at'], ['scheduled', 'looked-at'], ['in_progress', 'in-work'], ['on_hold', 'in-work'],
      ['completed', 'done'], ['verified', 'done'], ['closed', 'done'], ['rejected', 'rejected'], ['cancelled', 'ended'],
    ])
  })
})

describe('since', () => {
  it.each<[string, Stage, readonly WorkOrderStatus[], number | null]>([
    ['the change that began the stage', 'looked-at', ['requested', 'approved'], 1],
    ['not a later change within the stage', 'looked-at', ['requested', 'approved', 'planned', 'scheduled'], 1],
    ['work that was held and went on', 'in-work', ['approved', 'in_progress', 'on_hold', 'in_progress'], 1],
    ['the last time it came into the stage, where it left in between', 'in-work', ['in_progress', 'completed', 'in_progress'], 2],
    ['nothing, where the history ends in another stage', 'received', ['requested', 'approved'], null],
    ['nothing, without a history', 'received', [], null],
  ])('is %s', (_, stage, statuses, day) => {
    expect(since(stage, history(...statuses))).toEqual(day === null ? null : at(day))
  })
})

describe('linkIsOver', () => {
  it.each<[string, Stage, number, boolean]>([
    ['opens on the ninetieth day after the work was done', 'done', 90 * DAY_MS, false],
    ['ends right after it', 'done', 90 * DAY_MS + 1, true],
    ['ends after a rejection too', 'rejected', 90 * DAY_MS + 1, true],
    ['ends after a cancellation too', 'ended', 90 * DAY_MS + 1, true],
    ['opens as long as a request waits', 'received', 900 * DAY_MS, false],
    ['opens as long as it is planned', 'looked-at', 900 * DAY_MS, false],
    ['opens as long as there is work', 'in-work', 900 * DAY_MS, false],
  ])('%s', (_, stage, ms, over) => {
    expect(linkIsOver(stage, at(0), new Date(at(0).getTime() + ms))).toBe(over)
  })
})
