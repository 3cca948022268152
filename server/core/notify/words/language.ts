import type { Kind, Told } from '../kinds.ts'

/** Words is one notification in words: a title that stands alone, and a line that adds to it (possibly empty). */
export interface Words {
  readonly title: string
  readonly line: string
}

/** Language words every kind of notification, and what a message is made of besides. */
export interface Language {
  readonly kinds: { readonly [Name in Kind]: (told: Told) => Words }
  /** Put before the title of what is told again. */
  readonly again: (repeat: number) => string
  readonly priority: (priority: number) => string
  /** The subject of a message of several. */
  readonly several: (count: number, first: string) => string
  readonly digest: (count: number) => string
  readonly open: string
  /** Why the reader gets this and where to change it. */
  readonly foot: (settings: string) => string
}

// Parts what is put in from a text written from right to left (Unicode 6.3: FSI, PDI).
/** isolated keeps the order of a name, a number or an address in a text of the other direction. */
export const isolated = (text: string): string => `\u2068${text}\u2069`

/** measured is a value against its limit, such as "3.23 g, limit 0.5 g"; empty where nothing was measured. */
export function measured({ params: { pointName, value, limit, unit } }: Told, locale: string, limitWord: string): string {
  if (pointName === undefined || value === undefined || limit === undefined) return ''
  const shown = (one: number): string => `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }).format(one)} ${unit ?? ''}`.trim()
  return `${pointName}: ${shown(value)}, ${limitWord} ${shown(limit)}.`
}

/** machine is the machine's tag and name. */
export const machine = ({ params: { assetTag, assetName } }: Told): string => [assetTag, assetName].filter(Boolean).join(' ')

/** order is the order's number and title. */
export const order = ({ params: { number, title } }: Told): string => [number, title].filter(Boolean).join(' ')

/** sentences joins what is there. */
export const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')
