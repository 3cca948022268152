import type { Locale } from '../../people/locales.ts'
import type { Told } from '../kinds.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Language, Words } from './language.ts'

const LANGUAGES: Readonly<Record<Locale, Language>> = { en, de, fr, es, ar }

/** wordsOf words one notification in a language; screens, mails and push messages say the same. */
export function wordsOf(told: Told, locale: Locale): Words {
  const language = LANGUAGES[locale]
  const words = language.kinds[told.kind](told)
  return told.repeat > 0 ? { ...words, title: `${language.again(told.repeat)}${words.title}` } : words
}

/** Line is one notification of a message, with the address of its thing. */
export interface Line extends Told {
  readonly url: string
}

/** Message is a mail or a push message in words. */
export interface Message {
  readonly subject: string
  readonly text: string
}

// A subject of several lines could smuggle headers into a mail; one that is long is cut by every mail program.
const oneLine = (text: string, max: number): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > max ? `${flat.slice(0, max - 1)}…` : flat
}

const MOST_LINES = 50

/** messageOf words a message about one or several notifications, the most urgent first. */
export function messageOf(lines: readonly Line[], locale: Locale, { digest, settingsUrl }: { readonly digest: boolean; readonly settingsUrl: string }): Message {
  const language = LANGUAGES[locale]
  const sorted = [...lines].sort((a, b) => (a.priority ?? 5) - (b.priority ?? 5))
  const worded = sorted.slice(0, MOST_LINES).map((line) => ({ ...wordsOf(line, locale), url: line.url }))
  const first = worded[0]?.title ?? ''
  const subject = digest && lines.length > 1 ? language.digest(lines.length) : lines.length > 1 ? language.several(lines.length, first) : first
  const blocks = worded.map(({ title, line, url }) => [oneLine(title, 300), ...(line === '' ? [] : [line]), `${language.open}: ${url}`].join('\n'))
  const rest = sorted.length > MOST_LINES ? [`+ ${sorted.length - MOST_LINES}`] : []
  return { subject: oneLine(subject, 150), text: [...blocks, ...rest, language.foot(settingsUrl)].join('\n\n') }
}

/** pushOf words the same for a push message, which shows little. */
export function pushOf(lines: readonly Line[], locale: Locale, digest: boolean): { readonly title: string; readonly body: string; readonly url: string } {
  const sorted = [...lines].sort((a, b) => (a.priority ?? 5) - (b.priority ?? 5))
  const { subject } = messageOf(lines, locale, { digest, settingsUrl: '' })
  const [first] = sorted
  const body = lines.length === 1 && first ? wordsOf(first, locale).line : sorted.slice(0, 3).map((line) => wordsOf(line, locale).title).join('\n')
  return { title: subject, body: body.slice(0, 500), url: lines.length === 1 && first ? first.url : '/' }
}
