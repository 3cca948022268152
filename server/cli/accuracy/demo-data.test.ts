// The whole measurement over the demo's own data: the numbers of docs/accuracy.md, without the original files.
import { describe, expect, it } from 'vitest'
import { driveRows } from '#prisma/seed/demo/read-drive.ts'
import { FAN_CONFIGURATIONS, FAN_SPEEDS, fanRms } from '#prisma/seed/demo/read-fan.ts'
import { hydraulicCycles } from '#prisma/seed/demo/read-hydraulic.ts'
import { scoreFanMinutes } from './fan-uci.ts'
import { scoreHydraulic } from './hydraulic-zema.ts'
import { scoreDrive } from './nab.ts'

// The labelled windows of the recording, from the Numenta Anomaly Benchmark (MIT, see the demo data's licence).
const WINDOWS: [number, number][] = [
  [Date.UTC(2013, 11, 10, 6, 25), Date.UTC(2013, 11, 12, 5, 35)], [Date.UTC(2013, 11, 15, 17, 50), Date.UTC(2013, 11, 17, 17, 0)],
  [Date.UTC(2014, 0, 27, 14, 20), Date.UTC(2014, 0, 29, 13, 30)], [Date.UTC(2014, 1, 7, 14, 55), Date.UTC(2014, 1, 9, 14, 5)],
]

describe('the published rules over the demo\'s data', () => {
  it('tell the fan\'s unbalance at every watched speed, where the best single limit misses some', () => {
    const minutes = FAN_CONFIGURATIONS.flatMap((configuration) =>
      FAN_SPEEDS.map((speed) => ({ configuration, speed, acc: fanRms(configuration, speed).map(({ acc }) => acc) })))
    const { metrics, naive } = scoreFanMinutes(minutes)
    expect(metrics).toEqual({
      found: 24, total: 24, falseCalls: 0, healthyTotal: 12, configuration1: { found: 12, total: 12 }, configuration2: { found: 12, total: 12 },
      allSpeeds: { found: 24, total: 34, falseCalls: 0, healthyTotal: 17 }, dutyCycleFalseCalls: 0,
    })
    expect(naive).toMatchObject({ limit: 0.2826, found: 19, falseCalls: 0, dutyCycleFalseCalls: 0 })
  })

  it('meet all four windows of the drive, with as many false events as the best low limit and a quarter of its alarms', () => {
    const rows = driveRows()
    const { metrics, naive } = scoreDrive({ t: rows.map(({ t }) => t), value: rows.map(({ value }) => value), windows: WINDOWS })
    expect(metrics).toMatchObject({ windowsFound: 4, windows: 4, falseAlarmEvents: 3, falseAlarmEventsPer30Days: 1.1818, alarmsOpened: 7, nabScore: 93.7773 })
    expect(naive).toMatchObject({ windowsFound: 4, falseAlarmEvents: 3, alarmsOpened: 26, high: { windowsFound: 2, falseAlarmEvents: 8 } })
  })

  it('tell the cooler\'s condition without a false firing, which the best plain limit has', () => {
    const { metrics, naive } = scoreHydraulic(hydraulicCycles().map(({ ts1, coolerPct }) => ({ ts1, cooler: coolerPct })))
    expect(metrics).toMatchObject({ recallReduced: 1, recallNearFailure: 0.9648, falseFirings: 0, falseCycles: 0, goodCycles: 741, overcalledFirings: 0 })
    expect(metrics.fileOrder).toEqual({ falseFirings: 0, falseCycles: 5 })
    expect(naive).toMatchObject({ recallReduced: 1, recallNearFailure: 1, falseFirings: 1, falseCycles: 5, overcalledFirings: 1 })
  })
})
