import { describe, expect, test } from 'vitest'
import { messages as de } from '#app/_lib/messages/de/index.ts'
import { messages as en } from '#app/_lib/messages/en/index.ts'
import { ATTACHMENT_SENTENCES } from '#server/core/attachments/attachment-sentences.ts'
import { ERROR_SENTENCES } from '#server/core/kernel/error-sentences.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { COMMANDS, WORK_ORDER_STATUSES } from '#server/core/work-orders/enums.ts'
import { HANDOVER_SENTENCES } from '#server/core/handover/handover-sentences.ts'
import { ISOLATION_SENTENCES } from '#server/core/isolation/isolation-sentences.ts'
import { PERMIT_SENTENCES } from '#server/core/permits/permit-sentences.ts'
import { orderFacts } from '#server/core/work-orders/order.fixture.ts'
import { ORDER_SENTENCES } from '#server/core/work-orders/order-sentences.ts'
import { checkTransition } from '#server/core/work-orders/transitions.ts'
import { ruleRefusal, RULE_SENTENCES } from '#server/core/rules/rule-sentences.ts'
import { errorWords } from './error-words.ts'

const textsOf = (words: typeof en): Record<string, unknown> => words.server.error
const has = (words: typeof en, key: string): boolean => {
  const found = key.split('.').slice(1).reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], textsOf(words))
  return typeof found === 'string'
}

describe('errorWords', () => {
  test.each([
    ['a thing that is not there', notFound('This work order').message, { key: 'error.not-found', params: { what: 'this_work_order' } }],
    ['input that does not fit', 'This does not fit. title: Say in a few words what is wrong.', { key: 'error.does-not-fit', params: { details: 'title: Say in a few words what is wrong.' } }],
    ['why a rule is refused', ruleRefusal('watched-already', { version: 3 }), { key: 'error.rule.watched-already', params: { version: '3' } }],
    ['words that nobody translated', 'The plant is on holiday.', null],
  ])('knows %s', (_name, words, expected) => {
    expect(errorWords(words)).toEqual(expected)
  })

  test('has words in every language for every sentence', () => {
    const keys = [...Object.keys(ERROR_SENTENCES).map((key) => `error.${key}`), ...Object.keys(ORDER_SENTENCES).map((key) => `error.order.${key}`), ...Object.keys(RULE_SENTENCES).map((key) => `error.rule.${key}`),
      ...Object.keys(ISOLATION_SENTENCES).map((key) => `error.isolation.${key}`), ...Object.keys(PERMIT_SENTENCES).map((key) => `error.permit.${key}`),
      ...Object.keys(HANDOVER_SENTENCES).map((key) => `error.handover.${key}`),
      ...Object.keys(ATTACHMENT_SENTENCES).map((key) => `error.attachment.${key}`)]
    expect(keys.filter((key) => !has(en, key) || !has(de, key))).toEqual([])
  })

  test('tells why any command is refused in any state, with or without what is possible instead', () => {
    const holds = { all: () => true, none: () => false }
    for (const status of WORK_ORDER_STATUSES) for (const command of COMMANDS) for (const may of Object.values(holds)) {
      const checked = checkTransition(orderFacts({ status }), command, may)
      if (checked.ok) continue
      const found = errorWords(checked.error.message)
      expect(found?.key, checked.error.message).toMatch(/^error\.order\./)
      if (found?.params['status'] !== undefined) expect(found.params).toEqual({ command, status })
    }
  })
})
