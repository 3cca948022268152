import * as z from 'zod'
import type { Priority } from '../work-orders/priority.ts'

const optional = (most: number) => z.string().trim().max(most).transform((text) => (text === '' ? null : text)).default(null)
const answer = z.enum(['yes', 'no']).transform((text) => text === 'yes')

/** reportFields parses what a form without an account says, field by field; the keys are the fields' names in the form. */
const reportFields = z.object({
  // Forms send every line with a return of the carriage.
  said: z.string().transform((text) => text.replaceAll('\r\n', '\n').trim()).pipe(z.string().min(3).max(2000)),
  machine: optional(60),
  stopped: answer,
  danger: answer,
  name: optional(100),
  contact: optional(200),
})
/** Report is what somebody without an account says of a machine. */
export type Report = z.infer<typeof reportFields>

/** REPORT_FIELDS are the fields of the form in the order in which they stand there. */
export const REPORT_FIELDS = ['said', 'machine', 'stopped', 'danger', 'name', 'contact'] as const
export type ReportField = (typeof REPORT_FIELDS)[number]

/** ReportValues are the fields as they were typed, to be shown again when something is missing. */
export type ReportValues = Readonly<Partial<Record<ReportField, string>>>

/** readReport reads a form; where something does not fit, it names the fields. */
export function readReport(values: ReportValues): { readonly report: Report } | { readonly missing: readonly ReportField[] } {
  const parsed = reportFields.safeParse(values)
  if (parsed.success) return { report: parsed.data }
  const named = new Set(parsed.error.issues.map(({ path }) => path[0]))
  return { missing: REPORT_FIELDS.filter((field) => named.has(field)) }
}

/** reportPriority is how urgent a report is: danger before everything, then a machine that stands, then the rest. */
export const reportPriority = ({ danger, stopped }: Pick<Report, 'danger' | 'stopped'>): Priority => (danger ? 1 : stopped ? 2 : 3)

/** joins tells whether a report belongs to an open request of its machine: danger, and what is more urgent than the request, is a request of its own. */
export const joins = (report: Pick<Report, 'danger' | 'stopped'>, open: { readonly priority: number }): boolean => !report.danger && open.priority <= reportPriority(report)

const TITLE = 80

/** reportTitle is the first line of what was said, cut at a word. */
export function reportTitle(said: string): string {
  const [line = ''] = said.trim().split(/\r?\n/)
  if (line.length <= TITLE) return line.length < 3 ? said.replace(/\s+/g, ' ').slice(0, TITLE) : line
  const cut = line.slice(0, TITLE)
  const end = cut.lastIndexOf(' ')
  return `${end > TITLE / 2 ? cut.slice(0, end) : cut}…`
}

/** sameMachine is a tag as people type it from a label: without spaces and signs, in capitals. */
export const sameMachine = (typed: string): string => typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
