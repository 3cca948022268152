import { memberOf } from '../condition/incident-book.ts'
import type { CompiledRule, Effects, IncidentView, TransitionEffect } from '../condition/types.ts'

/** PriorityStep is when an episode first became as urgent as that. */
export interface PriorityStep { readonly at: number; readonly priority: number }

/** Firing is an episode that a rule set would have had: an incident as the engine sees it, and when it became how urgent. */
export interface Firing extends IncidentView { readonly steps: readonly PriorityStep[] }

/** Silence alone is never more urgent than this (as the engine has it). */
const NO_DATA_PRIORITY = 3

/** FiringBook keeps what judging comes to: every episode in its final state. Transitions are handed on and not kept. */
export class FiringBook {
  private readonly rules: ReadonlyMap<string, CompiledRule>
  private readonly views = new Map<string, IncidentView>()
  private readonly steps = new Map<string, PriorityStep[]>()
  private readonly onTransition: ((transition: TransitionEffect) => void) | null

  constructor(rules: readonly CompiledRule[], onTransition: ((transition: TransitionEffect) => void) | null = null) {
    this.rules = new Map(rules.map((rule) => [memberOf(rule), rule]))
    this.onTransition = onTransition
  }

  /** take takes in what an engine has decided since it was last asked. */
  take(effects: Effects): void {
    for (const transition of effects.transitions) {
      this.weigh(transition)
      this.onTransition?.(transition)
    }
    for (const { incident } of effects.incidents) this.views.set(nameOf(incident), incident)
  }

  /** firings lists every episode, by its begin and key. */
  firings(): Firing[] {
    return [...this.views].map(([name, view]) => ({ ...view, steps: this.steps.get(name) ?? [{ at: view.openedAt, priority: view.priority }] }))
      .sort((a, b) => a.openedAt - b.openedAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  }

  private weigh({ incident, to, at, ...transition }: TransitionEffect): void {
    const rule = this.rules.get(memberOf(transition))
    if (incident === null || rule === undefined || (to !== 'firing' && to !== 'no-data')) return
    const priority = to === 'no-data' ? Math.max(rule.priority, NO_DATA_PRIORITY) : rule.priority
    const steps = this.steps.get(nameOf(incident)) ?? []
    if (priority < (steps.at(-1)?.priority ?? Infinity)) this.steps.set(nameOf(incident), [...steps, { at, priority }])
  }
}

const nameOf = ({ key, openedAt }: { readonly key: string; readonly openedAt: number }): string => `${openedAt} ${key}`
