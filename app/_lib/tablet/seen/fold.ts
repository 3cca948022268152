import { can } from '#server/core/people/actor.ts'
import { reinterpret } from '#server/core/sync/reinterpret.ts'
import { PAYLOADS, type Command } from '#server/core/work-orders/commands.ts'
import { decide } from '#server/core/work-orders/decide.ts'
import { COMMANDS, type CommandName } from '#server/core/work-orders/enums.ts'
import type { OrderPatch } from '#server/core/work-orders/order.ts'
import { openProposals } from '#server/core/work-orders/proposals.ts'
import { canBeAllOk, judgeAnswer, taskKind } from '#server/core/work-orders/tasks.ts'
import { allowedCommands } from '#server/core/work-orders/transitions.ts'
import type { StoredOperation } from '../store/db.ts'
import type { GuardedOrder, OrderView, TabletPerson } from '../types.ts'
import { choicesOf, factsOf, fieldsOf } from './facts.ts'
import { proposedFollowUp } from './follow-up.ts'
import { tookPart } from './parts.ts'
import { movedTo } from './place.ts'
import { seenSafety, type SeenSafety } from './safety.ts'
import { stoodStill } from './standstill.ts'
import { wroteTime } from './time.ts'
import { runTimers } from './timers.ts'
import { sawToo } from './witnesses.ts'

/** SeenOrder is an order as the person sees it: what the server told, with what was done on the tablet since. */
export type SeenOrder = OrderView & {
  /** The operations on it that the server has not taken in yet. */
  readonly waiting: readonly string[]
  /** Isolation and permits; null where there are none. */
  readonly safety: SeenSafety | null
}

type People = ReadonlyMap<string, TabletPerson>

const isCommand = (name: unknown): name is CommandName => (COMMANDS as readonly unknown[]).includes(name)

/** commandOf reads the command of an operation; null for any other kind, or one of another edition. */
function commandOf(operation: StoredOperation): Command | null {
  if (operation.kind !== 'order.command') return null
  const { name, fields } = operation.payload as { name?: unknown; fields?: unknown }
  if (!isCommand(name)) return null
  const parsed = PAYLOADS[name].safeParse(fields)
  // The name and its payload belong together: PAYLOADS says so.
  return parsed.success ? ({ name, payload: parsed.data } as Command) : null
}

const text = (value: Date | string | number | boolean | null): string | number | boolean | null => (value instanceof Date ? value.toISOString() : value)

function patched(order: OrderView['order'], patch: OrderPatch, named: (id: string | null) => { id: string; name: string } | null): OrderView['order'] {
  const { assigneeId, approvedBy, completedBy, deferral, secondRecord: _, plannedHours: __, teamId: ___, duplicateOf: ____, ...plain } = patch
  const fields = Object.fromEntries(Object.entries(plain).map(([field, value]) => [field, text(value)]))
  return {
    ...order, ...fields,
    ...(assigneeId === undefined ? {} : { assignee: named(assigneeId) }),
    ...(approvedBy === undefined ? {} : { approvedBy: named(approvedBy) }),
    ...(completedBy === undefined ? {} : { completedBy: named(completedBy) }),
    ...(deferral === undefined ? {} : { deferral }),
  }
}

type Tasks = OrderView['tasks']

function answered(tasks: Tasks, command: Command, by: { readonly id: string; readonly name: string }, opId: string, at: string): Tasks {
  const give = (task: Tasks[number], answer: Tasks[number]['answer']): Tasks[number] =>
    ({ ...task, answer, doneAt: answer === null ? null : at, doneBy: answer === null ? null : by.id, answers: [...task.answers, { id: opId, at, by, answer, late: false }] })
  switch (command.name) {
    case 'answerTask': {
      const { taskId, ...given } = command.payload
      return tasks.map((task) => {
        if (task.id !== taskId) return task
        if (given.answer === null) return give(task, null)
        const judged = judgeAnswer({ kind: taskKind.parse(task.kind), spec: task.spec }, given)
        // What the server judges beside this (a meter that reads lower) comes with its answer.
        return judged.ok ? give(task, { ...judged.value, attachmentIds: [...(judged.value.attachmentIds ?? [])] }) : task
      })
    }
    case 'answerRest':
      return tasks.map((task) => (command.payload.taskIds.includes(task.id) && canBeAllOk(task) ? give(task, { value: true, failed: false }) : task))
    default:
      return tasks
  }
}

function step(view: OrderView, operation: StoredOperation, people: People): OrderView {
  const told = commandOf(operation)
  if (told === null) return view
  const facts = factsOf(view)
  const command = reinterpret(facts.status, told)
  const author = people.get(operation.personId)
  const by = { id: operation.personId, name: author?.name ?? '' }
  const at = operation.at
  // What was done on the tablet was allowed when it was done; whether it still is, is for the server to say.
  const decided = decide(facts, command, { now: new Date(at), personId: by.id, choices: choicesOf(view), fields: fieldsOf(view) }, () => true)
  if (!decided.ok) return view
  const { patch, effects, event, data, to } = decided.value
  const named = (id: string | null): { id: string; name: string } | null => (id === null ? null : { id, name: people.get(id)?.name ?? view.people.find((one) => one.id === id)?.name ?? '' })
  const activity = 'activity' in command.payload && command.payload.activity !== undefined ? command.payload.activity : 'active'
  return {
    ...view,
    order: patched(view.order, patch, named),
    tasks: proposedFollowUp(answered(view.tasks, command, by, operation.opId, at), command, operation.opId),
    downtime: stoodStill(view.downtime, command, by, operation.opId),
    ...tookPart(view, command, by, operation.opId, at),
    ...sawToo(view, command, by, at),
    ...movedTo(view, command, facts, operation.place),
    labour: wroteTime(runTimers(view.labour, effects, by, operation.opId, at, activity), command, data, by, operation.opId),
    history: [...view.history, { id: operation.opId, at, type: event, actor: by, fromStatus: facts.status, toStatus: to, data: { ...data }, mentions: [] }],
  }
}

const versionAfter = (operation: StoredOperation): number => {
  const version = (operation.answer?.result as { version?: unknown } | null | undefined)?.version
  return typeof version === 'number' ? version : 0
}

/**
 * seenOrder is an order as its page shows it on the tablet: the server's, with every operation of the outbox done to it in order. One that the server has
 * taken in counts until the order's own page has come with it, so that nothing flickers; one that it refused does not.
 */
export function seenOrder(view: GuardedOrder, operations: readonly StoredOperation[], person: TabletPerson, people: People): SeenOrder {
  const own = operations.filter((operation) => operation.entityId === view.order.id).toSorted((a, b) => a.seq - b.seq)
  const waiting = own.filter((operation) => operation.state === 'waiting')
  const counting = own.filter((operation) => operation.state === 'waiting' || (operation.state === 'done' && versionAfter(operation) > view.order.version))
  const seen = counting.reduce<OrderView>((order, operation) => step(order, operation, people), view)
  const facts = factsOf(seen)
  const holds = (permission: Parameters<typeof can>[1]): boolean => can({ type: 'person', orgId: person.orgId, personId: person.id, name: person.name, grants: person.grants }, permission, view.site.id)
  const safety = seenSafety(view.safety ?? null, view.order, own, people)
  return { ...seen, allowed: allowedCommands(facts, holds), proposals: openProposals(facts), waiting: waiting.map((operation) => operation.opId), safety }
}
