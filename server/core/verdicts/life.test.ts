import { describe, expect, test } from 'vitest'
import { liveStretches, watchedSpans, type LifeEvent } from './life.ts'
import { unionMs } from './window.ts'

const event = (type: LifeEvent['type'], at: number, versionId = 'v1'): LifeEvent => ({ type, at, versionId })

describe('liveStretches', () => {
  test.each<[string, LifeEvent[], [string, number, number | null][]]>([
    ['never published', [event('shadow-started', 5)], []],
    ['in force', [event('published', 10)], [['v1', 10, null]]],
    ['a newer version follows at once', [event('published', 10), event('published', 20, 'v2')], [['v1', 10, 20], ['v2', 20, null]]],
    ['retired and published again', [event('published', 10), event('retired', 20), event('published', 30)], [['v1', 10, 20], ['v1', 30, null]]],
    ['demoted to shadow, then promoted', [event('published', 10), event('demoted', 20), event('promoted', 35)], [['v1', 10, 20], ['v1', 35, null]]],
    ['a shadow beside it changes nothing', [event('published', 10), event('shadow-started', 15, 'v2'), event('shadow-ended', 18, 'v2')], [['v1', 10, null]]],
    ['in any order', [event('retired', 20), event('published', 10)], [['v1', 10, 20]]],
  ])('%s', (_name, events, expected) => {
    expect(liveStretches(events).map(({ versionId, from, to }) => [versionId, from, to])).toEqual(expected)
  })
})

describe('watchedSpans', () => {
  const window = { from: 100, to: 200 }
  const stretch = (from: number, to: number | null = null) => ({ versionId: 'v1', from, to })
  const asset = (since = 0, firstAlertAt: number | null = null) => ({ since, firstAlertAt })
  test.each([
    ['the whole window', [stretch(50)], asset(), 300, 100],
    ['until now, when the window is not over', [stretch(50)], asset(), 160, 60],
    ['published inside the window', [stretch(130)], asset(), 300, 70],
    ['ended inside the window', [stretch(50, 120)], asset(), 300, 20],
    ['a machine that came inside the window', [stretch(50)], asset(180), 300, 20],
    ['over before the window', [stretch(50, 100)], asset(), 300, 0],
    ['begun when the window was over', [stretch(200)], asset(), 300, 0],
    ['two stretches with a gap', [stretch(50, 120), stretch(150, 160)], asset(), 300, 30],
    ['a recording judged in its own time, before rule and machine were entered', [stretch(190)], asset(190, 110), 300, 90],
    ['an alert after the publication moves nothing', [stretch(130)], asset(0, 150), 300, 70],
    ['never in force', [], asset(0, 110), 300, 0],
  ])('%s', (_name, stretches, of, now, expected) => {
    expect(unionMs(watchedSpans(stretches, of, window, now))).toBe(expected)
  })
})
