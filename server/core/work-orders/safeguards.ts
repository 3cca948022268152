import { AppError } from '../kernel/errors.ts'
import type { Command } from './commands.ts'
import type { CommandName } from './enums.ts'
import { orderSentence, type OrderSentence } from './order-sentences.ts'
import type { OrderFacts } from './order.ts'

/** Safeguard is what keeps people safe at the machine now: a lock that is on, an isolation that is not over, or a permit that is open. */
export interface Safeguard {
  readonly kind: 'lock' | 'isolation' | 'permit'
  /** True when it is of the order itself, false when it is of another order at the same machine. */
  readonly own: boolean
  /** The order's number. */
  readonly order: string
  /** Whose lock, or the permit's number; the order's number again for an isolation. */
  readonly name: string
}

/** GUARDED are the commands that ask for the safeguards. */
const GUARDED: readonly CommandName[] = ['complete', 'carryRest', 'close', 'cancel', 'acceptProposal']

/** asksSafeguards tells whether a command must know the safeguards. */
export const asksSafeguards = (command: Command): boolean => GUARDED.includes(command.name)

type Extent = 'none' | 'own' | 'machine'

/** What a command needs to be off: nothing, what is of the order itself, or everything at the machine. */
function extentOf(order: Pick<OrderFacts, 'status'>, command: Command): Extent {
  switch (command.name) {
    case 'complete': case 'carryRest':
      // Work may be over while locks come off; the machine is not back before that.
      return command.payload.returnedAt ? 'machine' : 'none'
    case 'close':
      return order.status === 'in_progress' && command.payload.returnedAt ? 'machine' : 'own'
    case 'cancel':
      return 'own'
    case 'acceptProposal':
      if (!command.payload.accept) return 'none'
      return command.payload.proposal === 'return-to-service' ? 'machine' : command.payload.proposal === 'close' ? 'own' : 'none'
    default:
      return 'none'
  }
}

const SAYS: readonly (readonly [Safeguard['kind'], OrderSentence, 'locks' | 'permits' | 'orders'])[] = [
  ['lock', 'locks-on', 'locks'], ['permit', 'permits-open', 'permits'], ['isolation', 'isolation-open', 'orders'],
]

/** heldBy says, naming them, which locks, permits and isolations keep a command from being done; null when none does. */
export function heldBy(order: Pick<OrderFacts, 'status'>, command: Command, safeguards: readonly Safeguard[]): AppError | null {
  const extent = extentOf(order, command)
  if (extent === 'none') return null
  const standing = safeguards.filter(({ own }) => own || extent === 'machine')
  for (const [kind, says, list] of SAYS) {
    const these = standing.filter((one) => one.kind === kind)
    const names = these.map((one) => (kind === 'isolation' ? one.order : `${one.name} (${one.order})`)).join(', ')
    if (these.length > 0) return new AppError('illegal-transition', orderSentence(says, { [list]: names }), { safeguards: standing })
  }
  return null
}
