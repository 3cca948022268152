import { say } from '../kernel/sentences.ts'

/** PERMIT_SENTENCES say in English why something is not done with a permit; programs read them as they are, people in their language. */
export const PERMIT_SENTENCES = {
  'issuer-performs': 'Who issues a permit is not who works under it. Let another person issue it.',
  'performer': 'This person does not carry out work at this site.',
  'performer-only': 'Only who works under the permit hands it back.',
  'window': 'The permit ends after it begins.',
  'too-long': 'A permit of this kind is valid for {hours} h at most. Extend it then, if the work goes on.',
  'over-already': 'Give an end that is still to come.',
  'later-end': 'An extension ends later than the permit does now.',
  'precautions': 'Go through every precaution first. Open: {count}.',
  'gas-missing': 'A test from the last 30 minutes is needed for: {gases}.',
  'gas-outside': 'Outside the limits: {gases}. Nobody works here now.',
  'no-such-gas': 'A permit of this kind asks for no test of {gas}.',
  'conflict': 'This must not be at once with: {numbers}. Safety can overrule it with a reason.',
  'overrule': 'Only safety overrules a conflict between permits.',
  'not-now': 'A permit that is {status} cannot be changed in this way.',
  'expired': 'This permit has expired. Extend it before the work goes on.',
  'not-handed-back': 'Nobody has handed this permit back. Say why it is closed all the same.',
  'order-over': 'This order is not open any more.',
  'online-only': 'This is done with a connection only.',
  'operation-used': 'This operation id was used for something else. Give each operation an id of its own.',
  'who': 'Only a person does this.',
} as const
export type PermitSentence = keyof typeof PERMIT_SENTENCES

/** permitSentence writes one of the sentences with what stands in it. */
export const permitSentence = (key: PermitSentence, params: Readonly<Record<string, string | number>> = {}): string => say(PERMIT_SENTENCES, key, params)
