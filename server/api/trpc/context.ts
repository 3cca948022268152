import type { PersonActor } from '#server/core/people/actor.ts'

/** ApiContext is what a procedure knows about its request; actor is null when nobody is signed in. */
export interface ApiContext {
  readonly actor: PersonActor | null
  readonly session: { readonly id: string; readonly userId: string } | null
  readonly requestId: string
  readonly locale: string
}
