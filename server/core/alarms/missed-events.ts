import { HOLDS, type AlarmState, type Hold } from './state.ts'
import type { AlarmEvent, Standing } from './transitions.ts'

const INTO = { shelved: 'shelved', 'by-design': 'suppressed', 'out-of-service': 'taken-out-of-service' } as const satisfies Record<Hold, AlarmEvent>
const OUT_OF = { shelved: 'unshelved', 'by-design': 'unsuppressed', 'out-of-service': 'returned-to-service' } as const satisfies Record<Hold, AlarmEvent>
const HOLD_OF: Readonly<Partial<Record<AlarmState, Hold>>> = { shelved: 'shelved', suppressed: 'by-design', 'out-of-service': 'out-of-service' }

const isStronger = (a: Hold, b: Hold | null): boolean => b === null || HOLDS.indexOf(a) < HOLDS.indexOf(b)

/**
 * missedEvents lists what happened to an alarm since its state was written down, from how it stands now. An alarm without a state (null)
 * became active first, and may be over already.
 */
export function missedEvents(state: AlarmState | null, { active, hold }: Standing): AlarmEvent[] {
  if (state === null) return ['activated', ...(hold ? [INTO[hold]] : []), ...(active ? [] : (['returned'] as const))]
  const held = HOLD_OF[state] ?? null
  // Suppression ends with its episode.
  if (held === 'by-design' && !active) return ['returned']
  if (hold !== null && isStronger(hold, held)) return [INTO[hold]]
  if (held !== null) return hold === held ? [] : [OUT_OF[held]]
  const wasActive = state === 'unacknowledged-active' || state === 'acknowledged-active'
  return active === wasActive ? [] : [active ? 'activated' : 'returned']
}
