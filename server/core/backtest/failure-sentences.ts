import { say } from '../kernel/sentences.ts'

/** FAILURE_SENTENCES say in English why a job about history failed; programs read them as they are, people in their language. */
export const FAILURE_SENTENCES = {
  'gave-up': 'The worker that ran it ended {attempts} times. Choose a shorter range or fewer machines.',
  fault: 'It could not be finished because of a fault in Millwright, which the log describes.',
  'point-missing': 'This rule cannot be judged on this machine: a point that it needs is missing there.',
} as const

/** failureSentence writes one of the sentences with what stands in it. */
export const failureSentence = (key: keyof typeof FAILURE_SENTENCES, params: Readonly<Record<string, string | number>> = {}): string => say(FAILURE_SENTENCES, key, params)
