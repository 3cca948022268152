import { ATTACHMENT_SENTENCES } from '#server/core/attachments/attachment-sentences.ts'
import { ERROR_SENTENCES } from '#server/core/kernel/error-sentences.ts'
import type { Message } from '#server/core/kernel/message.ts'
import { recognize } from '#server/core/kernel/sentences.ts'
import { RULE_SENTENCES } from '#server/core/rules/rule-sentences.ts'
import { HANDOVER_SENTENCES } from '#server/core/handover/handover-sentences.ts'
import { ISOLATION_SENTENCES } from '#server/core/isolation/isolation-sentences.ts'
import { PERMIT_SENTENCES } from '#server/core/permits/permit-sentences.ts'
import { ORDER_SENTENCES, POSSIBLE_NOW } from '#server/core/work-orders/order-sentences.ts'

/** Names in sentences that messages choose by: "This asset" and "in progress" become this_asset and in_progress. */
const CHOSEN_BY: readonly string[] = ['what', 'status']
const choice = (name: string, value: string | number | null): string | number | null =>
  CHOSEN_BY.includes(name) && typeof value === 'string' ? value.toLowerCase().replaceAll(/\W+/g, '_') : value

/** errorWords finds the message for the words of an error, for the reader's language; null where only the English words are known. */
export function errorWords(words: string): Message | null {
  const [told = words] = words.split(POSSIBLE_NOW)
  const found = recognize(ORDER_SENTENCES, 'error.order', told) ?? recognize(RULE_SENTENCES, 'error.rule', words) ?? recognize(ERROR_SENTENCES, 'error', words)
    ?? recognize(ISOLATION_SENTENCES, 'error.isolation', words) ?? recognize(PERMIT_SENTENCES, 'error.permit', words) ?? recognize(HANDOVER_SENTENCES, 'error.handover', words) ?? recognize(ATTACHMENT_SENTENCES, 'error.attachment', words)
  return found && { key: found.key, params: Object.fromEntries(Object.entries(found.params).map(([name, value]) => [name, choice(name, value)])) }
}
