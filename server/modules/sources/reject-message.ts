import type { Message } from '#server/core/kernel/message.ts'
import { unreadMessage } from '#server/core/sources/decode-sentences.ts'
import { faultMessage } from '#server/core/telemetry/fault-sentences.ts'

/** rejectMessage recognizes why a reading was not stored or a message not read, for the reader's language; null for other words. */
export const rejectMessage = (detail: string): Message | null => faultMessage(detail) ?? unreadMessage(detail)
