/** OPERATION_SCHEMA is the edition of the operations that this build writes; an older one is still read, a newer one waits for a newer server. */
export const OPERATION_SCHEMA = 1

/** MAX_OPERATIONS is how many operations a tablet sends at once. */
export const MAX_OPERATIONS = 50

/** OUTCOMES are the answers to an operation. The first four are final and remembered; the last two mean "send it again". */
export const OUTCOMES = ['applied', 'merged', 'needs-review', 'rejected', 'waiting', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** isFinal tells whether an operation needs not be sent again. */
export const isFinal = (outcome: Outcome): boolean => outcome !== 'waiting' && outcome !== 'failed'
