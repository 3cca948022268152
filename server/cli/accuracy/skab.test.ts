import { describe, expect, it } from 'vitest'
import { firingRows, judgeRecording, type Recording } from './skab.ts'

const SECONDS = 900
const t = Array.from({ length: SECONDS }, (_, row) => row * 1000)
/** wave is a small steady noise without any chance in it. */
const wave = (row: number): number => [0, 1, -1, 0.5, -0.5, 1, -1][row % 7] ?? 0
const rig = (flow: (row: number) => number, vibration: (row: number) => number): Recording => ({
  t, fault: null, columns: [t.map((_, row) => flow(row)), t.map((_, row) => vibration(row)), t.map((_, row) => vibration(row))],
})
const opened = (recording: Recording) => judgeRecording(recording).incidents.map(({ incident }) => [incident.failureMode, Math.round(incident.openedAt / 1000)])

describe('the frozen rules', () => {
  it.each<[string, Recording, string[]]>([
    ['a healthy rig', rig((row) => 32 + 0.2 * wave(row), (row) => 0.03 + 0.0005 * wave(row)), []],
    ['a slow warm-up', rig((row) => 32 + row / 2000, (row) => 0.03 + row / 1e6), []],
    ['a valve that closes', rig((row) => (row > 500 ? 29 : 32) + 0.2 * wave(row), (row) => 0.03 + 0.0005 * wave(row)), ['PDE']],
    ['unbalance', rig((row) => 32 + 0.2 * wave(row), (row) => (row > 500 ? 0.08 : 0.03) + 0.0005 * wave(row)), ['VIB']],
  ])('%s', (_name, recording, modes) => {
    expect(opened(recording).map(([mode]) => mode)).toEqual(modes)
    for (const [, second] of opened(recording)) expect(second).toBeGreaterThan(500)
  })

  it('mark the rows of a firing, not those of a kept one', () => {
    const recording = rig((row) => (row > 500 && row < 600 ? 25 : 32) + 0.2 * wave(row), (row) => 0.03 + 0.0005 * wave(row))
    const alarm = firingRows(recording.t, judgeRecording(recording))
    expect(alarm.indexOf(true)).toBeGreaterThan(505)
    expect(alarm.lastIndexOf(true)).toBeGreaterThan(595)
    expect(alarm.lastIndexOf(true)).toBeLessThan(680)
  })
})
