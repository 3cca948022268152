import { say } from '../kernel/sentences.ts'

/** ORDER_SENTENCES say in English why a command on an order is refused; programs read them as they are, people in their language. */
export const ORDER_SENTENCES = {
  'impossible': '"{command}" is not possible while the order is {status}.',
  'role': 'Your role does not allow "{command}" on an order that is {status}.',
  'has-approval': 'This order has its approval.',
  'verify-first': 'Someone else must verify this work before the order is closed.',
  'safety': 'A safety-related problem cannot be put off.',
  'nothing-proposed': 'Nothing is proposed on this order.',
  'not-proposed': 'This is not proposed on the order any more.',
  'stays-out': 'A machine that stays out of service needs no answer here.',
  'verdict': 'Say whether the warning was right.',
  'effect': 'Say what the fault did: failure, worse than normal, averted, or nothing.',
  'item': 'Say which part of the machine was at fault.',
  'mode': 'Say which failure it was.',
  'activity': 'Say what was done.',
  'other-needs-note': '"Other" needs a note that says what it was.',
  'no-choice': '"{code}" is not a choice for this machine. Take one of: {choices}.',
  'future': 'This time lies in the future.',
  'lost-before-work': 'The function was lost at or before the start of the work.',
  'finish-after-start': 'The work cannot finish before it starts.',
  'return-after-work': 'The machine returns to service after the work, not before its end.',
  'say-lost': 'Say when the machine lost its function.',
  'planned-end': 'The planned end lies after the planned start.',
  'end-after-begin': 'The end lies after the beginning.',
  'day-at-most': 'One entry holds at most 24 hours. Divide what was longer.',
  'how-long': 'Say how long it took: minutes, or from when to when.',
  'which-part': 'Name the part, or say in a few words what it was.',
  'downtime-reason': 'Give one of the known reasons: {choices}.',
  'own-time': 'This is somebody else’s time: a supervisor corrects it.',
  'photo': 'Answer this step with a photo.',
  'signature': 'Answer this step with a signature and the name of who signed.',
  'answer': 'Give an answer to this step.',
  'other-site': 'This machine stands at another site.',
  'nothing-to-carry': 'Every step is answered and the kit is used: there is nothing to carry over.',
  'no-second-record': 'There is no second record to decide about.',
  'cancelled-stays': 'This order did not come to its end: what was recorded stays in its history.',
  'until-future': 'Put it off until a time in the future.',
  'yes-or-no': 'Answer this step with yes or no.',
  'number': 'Answer this step with a number.',
  'one-of': 'Answer this step with one of: {choices}.',
  'text-or-file': 'This step is answered with a text or a file.',
  'other-edition': 'This step cannot be answered: its definition is of another edition.',
  'assignee': 'This person does not carry out work at this site.',
  'team': 'This team does not work at this site.',
  'other-order': 'Name another order of this site.',
  'locks-on': 'Locks are on: {locks}. They come off first.',
  'permits-open': 'Permits are open: {permits}. They are handed back and closed first.',
  'isolation-open': 'The isolation is not over: {orders}. Confirm that tools are clear and people are told first.',
  'open-already': 'Another order is open for the same problem. Go on with that one.',
  'operation-used': 'This operation id was used for something else. Give each operation an id of its own.',
  'page': 'This page is not known: start the list again from its beginning.',
} as const
export type OrderSentence = keyof typeof ORDER_SENTENCES

/** POSSIBLE_NOW follows a refused command for programs: what they may try instead. People see that on the screen. */
export const POSSIBLE_NOW = ' Possible now: '

/** orderSentence writes one of the sentences with what stands in it. */
export const orderSentence = (key: OrderSentence, params: Readonly<Record<string, string | number>> = {}): string => say(ORDER_SENTENCES, key, params)
