/** ProcessName is which of Millwright's processes this is; the database shows it beside each connection. */
export type ProcessName = 'web' | 'worker' | 'gateway'

let name: ProcessName = 'web'

/** nameProcess sets this process's name; call it before the first database access. */
export const nameProcess = (given: ProcessName): void => {
  name = given
}

/** applicationName is how this process's connections are called in the database. */
export const applicationName = (): string => `millwright-${name}`
