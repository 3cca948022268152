/** TabletPerson is whoever works with the tablet now. */
export interface TabletPerson {
  readonly name: string
  readonly initials: string
}
