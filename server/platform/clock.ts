/** now is the only wall clock of the server; core gets time as an argument. */
export const now = (): Date => new Date()
