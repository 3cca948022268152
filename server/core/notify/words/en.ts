import { machine, measured, order, sentences, type Language } from './language.ts'

const AS = { 'on-call': 'You are on call.', supervisor: 'Nobody on call has accepted.', anybody: 'Nobody is on call and there is no supervisor.' } as const
const PRIORITY = ['', 'critical', 'high', 'medium', 'low'] as const

const priority = (value: number): string => `priority ${value}, ${PRIORITY[value] ?? ''}`
const level = (value: number | null): string => (value === null ? '' : `${priority(value).charAt(0).toUpperCase()}${priority(value).slice(1)}.`)
const somebody = (by: string | undefined): string => by ?? 'Somebody'

/** en words notifications in English. */
export const en: Language = {
  kinds: {
    call: (told) => ({
      title: `Please come: ${told.params.title ?? machine(told)}`,
      line: sentences(
        level(told.priority), measured(told, 'en', 'limit'), AS[told.params.as ?? 'on-call'], (told.params.round ?? 1) > 1 ? `This is round ${told.params.round}.` : '',
        told.params.minutes === undefined ? '' : `Accept within ${told.params.minutes} min, or others are called.`,
      ),
    }),
    'call-accepted': (told) => ({ title: `${somebody(told.params.by)} has accepted: ${told.params.title ?? machine(told)}`, line: 'You need not come.' }),
    'alarm-opened': (told) => ({ title: `Alarm at ${machine(told)}`, line: sentences(level(told.priority), measured(told, 'en', 'limit')) }),
    'alarm-raised': (told) => ({ title: `Alarm at ${machine(told)} has become worse`, line: sentences(`Now ${priority(told.priority ?? 4)}.`, measured(told, 'en', 'limit')) }),
    'alarm-over': (told) => ({ title: `Alarm at ${machine(told)} is over`, line: measured(told, 'en', 'limit') }),
    'order-assigned': (told) => ({ title: `${somebody(told.params.by)} gave you ${order(told)}`, line: level(told.priority) }),
    'order-mentioned': (told) => ({ title: `${somebody(told.params.by)} named you on ${order(told)}`, line: told.params.text ?? '' }),
    'order-commented': (told) => ({ title: `${somebody(told.params.by)} wrote on ${order(told)}`, line: told.params.text ?? '' }),
    'isolation-flagged': (told) => ({ title: `Please look at the isolation of ${machine(told)}`, line: sentences(`Done by ${told.params.by ?? 'somebody'} on ${told.params.number ?? 'an order'}, and reported afterwards.`, told.params.text ?? '') }),
    'lock-removed': (told) => ({ title: `${somebody(told.params.by)} took your lock off ${machine(told)}`, line: sentences(told.params.text ?? '', 'Ask before you go on working there.') }),
    'permit-expired': (told) => ({ title: `Permit ${told.params.permit ?? ''} at ${machine(told)} has expired`, line: 'Hand it back, or have it extended before the work goes on.' }),
    'repair-expired': (told) => ({ title: `A temporary repair at ${machine(told)} is past its time`, line: told.params.text ?? '' }),
    'order-requested': (told) => ({ title: `Please decide: ${order(told)}`, line: sentences(`Asked for by ${told.params.by ?? 'somebody'}.`, level(told.priority)) }),
    'order-to-verify': (told) => ({ title: `Please verify: ${order(told)}`, line: `Done by ${told.params.by ?? 'somebody'}.` }),
    'endpoint-down': (told) => ({ title: `Nothing gets through to ${told.params.endpoint ?? ''}`, line: told.params.error ?? '' }),
    'job-over': ({ params: { job, ruleName = 'a rule', failed, minutes } }) => ({
      title: `${job === 'limits' ? `Proposing limits for ${ruleName}` : `The back-test of ${ruleName}`} ${failed ? 'has failed' : 'is done'}`,
      line: minutes === undefined ? '' : `Asked for ${minutes} min ago.`,
    }),
    test: () => ({ title: 'This is a test', line: 'Millwright reaches you here.' }),
  },
  again: (repeat) => `Again (${repeat}): `,
  priority,
  several: (count, first) => `${count} messages: ${first}`,
  digest: (count) => `${count} messages from your quiet hours`,
  open: 'Open',
  foot: (settings) => `Millwright tells you this as your notifications are set: ${settings}`,
}
