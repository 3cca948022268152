import type { Paper } from '#server/core/labels/sheet.ts'

/** PageText is what stands in the margins of every page; null where the pages carry nothing, as sheets of labels. */
export interface PageText {
  readonly head: string
  readonly foot: string
}

const NAMES: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'letter' }
const TYPE = 'font: 8pt "Inter Variable", system-ui, sans-serif; color: #333'

/** cssString writes a text as a string of CSS that cannot end the string, the rule or the style element. */
export const cssString = (text: string): string => `"${text.replaceAll(/["\\<>\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

/** pageCss sets the paper, its margins and what every page carries in them: its head, its foot, and which page of how many it is. */
export function pageCss(paper: Paper, text: PageText | null): string {
  if (text === null) return `@page { size: ${NAMES[paper]} portrait; margin: 0 }`
  return `@page { size: ${NAMES[paper]} portrait; margin: 18mm 14mm 16mm;
    @top-left { content: ${cssString(text.head)}; ${TYPE}; width: 100%; text-align: start }
    @bottom-left { content: ${cssString(text.foot)}; ${TYPE}; width: 80%; text-align: start }
    @bottom-right { content: counter(page) " / " counter(pages); ${TYPE}; width: 20%; text-align: end } }`
}
