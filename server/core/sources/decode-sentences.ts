import type { Message } from '../kernel/message.ts'
import { recognize, say } from '../kernel/sentences.ts'

/** DECODE_SENTENCES say in English what could not be read off a message. */
export const DECODE_SENTENCES = {
  'no-mapping': 'No mapping takes the topic {topic}.',
  'too-long': '{topic}: longer than {most} bytes.',
  'not-json': '{topic}: the payload is not JSON.',
  'few-levels': '{topic}: the topic has too few levels for the point key {point}.',
  'other-value': '{topic}: no number at {path} but {found}.',
  'no-number': '{topic}: no number at {path}.',
  'no-time': '{topic}: no time at {path}.',
  'lost': 'Lost: too much is waiting, and a message at QoS 0 cannot be sent again.',
} as const

/** decodeSentence writes what could not be read off a message. */
export const decodeSentence = (key: keyof typeof DECODE_SENTENCES, params: Readonly<Record<string, string | number>> = {}): string => say(DECODE_SENTENCES, key, params)

/** unreadMessage recognizes a stored fault of a message, for the reader's language; null for other words. */
export const unreadMessage = (detail: string): Message | null => recognize(DECODE_SENTENCES, 'decode', detail)
