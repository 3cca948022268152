const TITLE = 80

/** ReportWords is what somebody reports, as an order has it: a title, and the whole text where the title does not hold it. */
export interface ReportWords {
  readonly title: string
  readonly description?: string
}

/** reportWords makes of what was typed a title, its first line cut at a word, and keeps the whole text beside it where something is left out. */
export function reportWords(text: string): ReportWords {
  const said = text.trim()
  const [line = ''] = said.split('\n')
  const first = line.trim()
  if (first === said && first.length <= TITLE) return { title: first }
  const cut = first.slice(0, TITLE)
  const end = cut.lastIndexOf(' ')
  const title = first.length <= TITLE ? first : `${end > TITLE / 2 ? cut.slice(0, end) : cut}…`
  return { title, description: said }
}
