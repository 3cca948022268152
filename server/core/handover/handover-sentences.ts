import { say } from '../kernel/sentences.ts'

/** HANDOVER_SENTENCES say in English why a handover or a temporary repair is not taken; programs read them as they are, people in their language. */
export const HANDOVER_SENTENCES = {
  'no-snapshot': 'What was open is not known any more. Prepare the handover again.',
  'own': 'Who hands over does not acknowledge it himself.',
  'acknowledged': '{name} has acknowledged this handover already.',
  'expiry': 'Give a time that is still to come.',
  'no-order': 'There is no order with this number at this site.',
  'owner': 'This person does not work at this site.',
  'removed': 'This temporary repair was removed already.',
  'keeper': 'Only its owner or a supervisor changes a temporary repair.',
  'operation-used': 'This operation id was used for something else. Give each operation an id of its own.',
  'who': 'Only a person does this.',
} as const
export type HandoverSentence = keyof typeof HANDOVER_SENTENCES

/** handoverSentence writes one of the sentences with what stands in it. */
export const handoverSentence = (key: HandoverSentence, params: Readonly<Record<string, string | number>> = {}): string => say(HANDOVER_SENTENCES, key, params)
