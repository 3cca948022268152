import { reportTitle } from '#server/core/public/report.ts'

/** ReportWords is what somebody reports, as an order has it: a title, and the whole text where the title does not hold it. */
export interface ReportWords {
  readonly title: string
  readonly description?: string
}

/** reportWords makes a title of what was typed, as for reports of people without an account, and keeps the whole text beside it where something is left out. */
export function reportWords(text: string): ReportWords {
  const said = text.trim()
  const title = reportTitle(said)
  return title === said ? { title } : { title, description: said }
}
