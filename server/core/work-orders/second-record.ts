import * as z from 'zod'
import type { Command } from './commands.ts'
import { completionInput, type CompletionInput } from './completion.ts'
import { isOver } from './facts.ts'
import type { WorkOrderStatus } from './enums.ts'

/** secondRecord parses what another person recorded of work that was over already: who, when, and what he found and did. */
export const secondRecord = z.object({ by: z.string().nullable(), at: z.string(), record: completionInput })
export type SecondRecord = z.output<typeof secondRecord>

const saysSomething = (input: CompletionInput): boolean => Object.values(input).some((value) => value !== undefined)

/** isSecondRecord tells whether a command records work that is over already: it must not be lost, and must not overwrite what is recorded. */
export const isSecondRecord = (order: { readonly status: WorkOrderStatus }, command: Command): command is Extract<Command, { name: 'complete' | 'close' }> =>
  isOver(order.status) && (command.name === 'complete' || (command.name === 'close' && saysSomething(command.payload)))

/** Recorded is what the record of an order says of the fault. */
export type Recorded = Partial<Readonly<Record<'effect' | 'itemCode' | 'modeCode' | 'activityCode' | 'verdict', string | null | undefined>>>

const COMPARED = ['effect', 'itemCode', 'modeCode', 'activityCode', 'verdict'] as const

/** contradicts tells whether a second record says something else of the fault than the first, so that somebody must decide which holds. */
export const contradicts = (first: Recorded, second: Recorded): boolean => COMPARED.some((field) => second[field] != null && second[field] !== first[field])
