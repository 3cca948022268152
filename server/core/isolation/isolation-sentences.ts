import { say } from '../kernel/sentences.ts'

/** ISOLATION_SENTENCES say in English why something is not done to an isolation; programs read them as they are, people in their language. */
export const ISOLATION_SENTENCES = {
  'no-such-step': 'The isolation plan of this order has no such step.',
  'earlier-first': 'The steps before this one come first.',
  'lock-first': 'A lock must be on before zero is verified.',
  'over': 'This isolation is over. Begin a new one.',
  'restore-first': 'The isolation is lifted for a test run. Restore it first.',
  'isolate-first': 'Cut off every energy before the locks go on.',
  'no-lock-of-yours': 'No lock of yours is on.',
  'no-lock-of-theirs': 'No lock of this person is on.',
  'take-off-yourself': 'Take your own lock off yourself.',
  'witness': 'Name a second person who saw it: not yourself, and not the owner of the lock.',
  'locks-on': 'Locks are still on: {count}. Each person takes off his own first.',
  'lifted-already': 'The isolation is lifted already.',
  'not-lifted': 'The isolation is not lifted.',
  'task-not-isolated': 'This step waits until the machine is isolated.',
  'task-lifted': 'The isolation is lifted for a test run: this step waits until it is restored.',
  'task-not-verified': 'This step waits until the isolation is verified.',
  'task-own-lock': 'Put your own lock on before you do this step.',
  'no-plan': 'This machine has no published isolation plan. Safety writes one on the machine\'s page.',
  'no-isolation': 'Nothing is isolated for this order yet. Begin with the machine\'s plan.',
  'open-already': 'This order has an isolation already. Go on with that one.',
  'order-over': 'This order is not open any more.',
  'online-only': 'This is done with a connection only.',
  'operation-used': 'This operation id was used for something else. Give each operation an id of its own.',
  'who': 'Only a person does this.',
  'gap': 'The plan is not whole: it says nothing about {what}.',
  'plan-moved': 'Somebody has changed this plan meanwhile. Look at it again.',
  'no-draft': 'There is no draft to publish.',
  'not-a-machine': 'An isolation plan is of a machine or a part of one.',
} as const
export type IsolationSentence = keyof typeof ISOLATION_SENTENCES

/** isolationSentence writes one of the sentences with what stands in it. */
export const isolationSentence = (key: IsolationSentence, params: Readonly<Record<string, string | number>> = {}): string => say(ISOLATION_SENTENCES, key, params)
