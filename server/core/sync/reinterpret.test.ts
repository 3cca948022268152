import { expect, test } from 'vitest'
import type { Command } from '../work-orders/commands.ts'
import type { WorkOrderStatus } from '../work-orders/enums.ts'
import { reinterpret } from './reinterpret.ts'

const start: Command = { name: 'start', payload: { activity: 'diagnostic' } }
const resume: Command = { name: 'resume', payload: {} }
const join: Command = { name: 'joinTimer', payload: {} }
const hold: Command = { name: 'hold', payload: { reason: 'part', note: 'seal' } }

test.each<[string, WorkOrderStatus, Command, Command]>([
  ['an order that a colleague began is joined', 'in_progress', start, { name: 'joinTimer', payload: { activity: 'diagnostic' } }],
  ['one that was begun and held is resumed', 'on_hold', start, resume],
  ['one that nobody began is begun', 'scheduled', start, start],
  ['one that is over is not begun again', 'closed', start, start],
  ['one that was resumed meanwhile is joined', 'in_progress', resume, join],
  ['one that is still held is resumed', 'on_hold', resume, resume],
  ['one that was held meanwhile is resumed by joining', 'on_hold', join, resume],
  ['a second hold only ends the own timer', 'on_hold', hold, { name: 'stopTimer', payload: { note: 'seal' } }],
  ['a hold is a hold', 'in_progress', hold, hold],
  ['a comment stays a comment', 'closed', { name: 'comment', payload: { text: 'x' } }, { name: 'comment', payload: { text: 'x' } }],
])('%s', (_, status, command, expected) => expect(reinterpret(status, command)).toEqual(expected))
