import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { makePlant } from '#tests/harness/plant.ts'
import { addPeople, inInstallation, type OwnPlant } from './busy-line.ts'

const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 100, clear: 90, priority: 3, failureMode: 'OHE' }
const UNUSUAL: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], measure: { kind: 'deviation', learnMs: 20_000, minSpread: 1 }, direction: 'above', limit: 500, priority: 4 }
const AGO_MS = 2_400_000

/** LearningLine is an organization of its own beside the demo: two machines, a rule with a limit, and one that learns what is usual. */
export interface LearningLine extends OwnPlant {
  /** Lets both machines run at a temperature for so many seconds of event time, one reading a second; gives the time reached. */
  readonly run: (value: number, seconds: number) => Promise<Date>
}

/** learningLine makes the line in the running product, with an administrator. */
export async function learningLine(): Promise<LearningLine> {
  return inInstallation(async () => {
    const plant = await makePlant({ machines: 2, rules: [HOT, UNUSUAL], stalenessMs: 3_600_000 })
    const people = await addPeople(plant, ['admin'])
    let at = Date.now() - AGO_MS
    return {
      ...people,
      run: (value, seconds) => inInstallation(async () => {
        const times = Array.from({ length: seconds }, (_one, i) => at + i * SECOND_MS)
        const readings = times.flatMap((ts, i) => plant.points.map((point) => ({ point: point.key, ts, value: value + (i % 2) * 0.2 })))
        await acceptBatch(plant.source, { batchKey: newId(), readings })
        at += seconds * SECOND_MS
        return new Date(at)
      }),
    }
  })
}
