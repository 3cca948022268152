import type { Kind } from './kinds.ts'

/** eventKey names an event so that it is told once, however often it is heard of: a kind, what it is about, and which time. */
export const eventKey = (kind: Kind, subjectId: string, which = ''): string => [kind, subjectId, ...(which === '' ? [] : [which])].join(':')

/** tellingKey names one telling: the event and the person. The database has it once. */
export const tellingKey = (event: string, personId: string): string => `${event}:${personId}`
