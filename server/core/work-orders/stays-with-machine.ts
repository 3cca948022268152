import type { OrderFacts } from './order.ts'

/** staysWithMachine tells whether an order cannot be moved to another machine: it is about something that was measured at this one. */
export const staysWithMachine = (order: Pick<OrderFacts, 'incidentId' | 'source'>): boolean => order.incidentId !== null || order.source === 'condition'
