import type { Outputs } from '../../../_lib/trpc/types.ts'

/** AlarmPage is one page of the list. */
export type AlarmPage = Outputs['alarms']['list']

/** Alarm is an alarm as the list shows it. */
export type Alarm = AlarmPage['items'][number]

/** AlarmDetail is everything the panel tells of an alarm. */
export type AlarmDetail = Outputs['alarms']['get']

/** JournalEntry is one thing that happened to an alarm. */
export type JournalEntry = AlarmDetail['journal'][number]

/** Held is everything that is kept from calling people. */
export type Held = Outputs['alarms']['held']

/** Report is a period's alarms in figures. */
export type Report = Outputs['alarms']['report']
