const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Html is text that may stand in a page as it is. */
export class Html {
  readonly text: string
  constructor(text: string) { this.text = text }
}

/** Part is what can be put into a page: text is written safely, a list one after the other, and null and false leave nothing. */
export type Part = string | number | Html | null | false | undefined | readonly Part[]

const written = (part: Part): string => {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'string' || typeof part === 'number') return String(part).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
  return part.map(written).join('')
}

/** html writes a piece of a page; whatever is put in is written safely, also within an attribute's quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((text, index) => `${text}${written(parts[index])}`).join(''))

/** lines writes text of several lines with its breaks. */
export const lines = (text: string): Part => text.split(/\r?\n/).map((line, index) => [index > 0 && html`<br>`, line])
