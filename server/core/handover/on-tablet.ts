import type { HandoverContent } from './handover.ts'

/** NamedPerson is a person by id, with the name. */
interface NamedPerson {
  readonly id: string
  readonly name: string
}

/** ToldHandover is a handover as a tablet keeps it. */
export interface ToldHandover {
  readonly id: string
  readonly siteId: string
  readonly shift: string
  readonly text: string
  readonly signedBy: NamedPerson
  readonly signedAt: string
  readonly acknowledged: { readonly by: NamedPerson; readonly at: string; readonly note: string | null } | null
  readonly content: HandoverContent
}

/** ToldRepair is a temporary repair that stands, as a tablet keeps it. */
export interface ToldRepair {
  readonly id: string
  readonly siteId: string
  readonly what: string
  readonly risk: HandoverContent['repairs'][number]['risk']
  readonly riskNote: string | null
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string }
  readonly owner: NamedPerson
  readonly expiresAt: string
  /** The number of the order that removes it. */
  readonly order: string | null
}

/** ToldMachine is a machine with open alarms. */
export type ToldMachine = HandoverContent['machines'][number] & { readonly siteId: string }

/** ToldPlace is a site with its areas, to be handed over. */
export interface ToldPlace {
  readonly siteId: string
  readonly name: string
  readonly timeZone: string
  readonly areas: readonly { readonly id: string; readonly tag: string; readonly name: string }[]
}

/** TabletShift is what a tablet keeps for the change of shifts, beside its orders; the stamp changes whenever any of it does. */
export interface TabletShift {
  readonly stamp: string
  readonly handovers: readonly ToldHandover[]
  readonly repairs: readonly ToldRepair[]
  readonly machines: readonly ToldMachine[]
  readonly places: readonly ToldPlace[]
}
