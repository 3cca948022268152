import { say } from '../kernel/sentences.ts'

/** ATTACHMENT_SENTENCES say in English why a file is not taken; programs read them as they are, people in their language. */
export const ATTACHMENT_SENTENCES = {
  'facts': 'Say what is sent: attachmentId (UUIDv7), sha256 (64 hex digits), kind, name and Upload-Length.',
  'no-bytes': 'This file is empty. Choose another one.',
  'photo-too-large': 'A photo may have at most {limit} MB; this one has {size} MB. Take it with a smaller picture size.',
  'voice-too-large': 'A voice note may have at most {limit} MB; this one has {size} MB. Record it in parts.',
  'file-too-large': 'A file may have at most {limit} MB; this one has {size} MB. Send it in parts, or a link to it in a comment.',
  'signature-too-large': 'A signature may have at most {limit} MB; this one has {size} MB.',
  'quota-bytes': 'You have sent {limit} GB within 24 hours, which is the most that one person may. Try again tomorrow.',
  'quota-count': 'You have sent {limit} files within 24 hours, which is the most that one person may. Try again tomorrow.',
  'other-content': 'This attachment id was used for other content. Give each file an id of its own.',
  'other-bytes': 'What arrived is not what was announced: its hash is another. It was thrown away; send it again.',
  'arrived': 'This file has arrived in full already.',
  'not-arrived': 'This file has not arrived in full yet. It can be attached as soon as it has.',
  'checking': 'This file is being checked just now. Look again in a moment.',
  'was-refused': 'This file was refused when its content was checked.',
  'attached-already': 'This file is attached here already.',
  'not-attached': 'This file is not attached here any more.',
  'not-yours': 'Only the person who attached a file, and those who plan the work, can take it off.',
} as const
export type AttachmentSentence = keyof typeof ATTACHMENT_SENTENCES

/** attachmentSentence writes one of the sentences with what stands in it. */
export const attachmentSentence = (key: AttachmentSentence, params: Readonly<Record<string, string | number>> = {}): string => say(ATTACHMENT_SENTENCES, key, params)
