import type { Message } from '../kernel/message.ts'
import { recognize, say } from '../kernel/sentences.ts'

/** FAULT_SENTENCES say in English, for whoever sent a reading, why it was not stored. */
export const FAULT_SENTENCES = {
  'not-object': 'A reading must be an object with point, ts and value.',
  'point': "point must be the point's key, a text of 1 to {most} characters.",
  'ts': 'ts must be RFC 3339 text with a zone, or epoch milliseconds between 2000 and 2100.',
  'value': 'value must be a finite number.',
  'unit-text': 'unit must be a UCUM code.',
  'quality': 'quality must be good, uncertain or bad.',
  'skew': "The source's time is {ahead} s ahead of this system's clock; at most {most} s is accepted. Check the source's clock.",
  'range': "{value} {unit} lies outside the point's physical range {low} to {high} {unit2}.",
  'unknown-point': 'No point with the key "{point}" at this source\'s site. Create it first, or check the key.',
  'removed-point': 'The point was removed or moved to another site after the batch was accepted.',
  'unknown-unit': '"{unit}" is not a unit this system knows. Send a UCUM code such as mm/s, Cel or bar.',
  'other-dimension': 'A value in {from} ({fromKind}) cannot become one in {to} ({toKind}).',
} as const

/** faultSentence writes the sentence of a fault with its figures. */
export const faultSentence = (key: keyof typeof FAULT_SENTENCES, params: Readonly<Record<string, string | number>> = {}): string => say(FAULT_SENTENCES, key, params)

/** faultMessage recognizes a stored fault, for the reader's language; null for other words, such as those of a connector. */
export const faultMessage = (detail: string): Message | null => recognize(FAULT_SENTENCES, 'fault', detail)
