import type { AttachmentKind } from '#server/core/attachments/attachment.ts'
import { REFUSALS, type Refusal } from '#server/core/attachments/attachment.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** OrderFile is one photo or file of an order. */
export type OrderFile = Outputs['attachments']['list'][number]

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic', 'image/heif'])

/** ACCEPTED is what the file picker offers; the server decides by content. */
export const ACCEPTED: readonly string[] = [
  'image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf', 'audio/*', 'video/mp4', 'text/plain', '.csv', '.txt', '.xlsx', '.docx',
]

/** kindOf guesses what a chosen file is to be attached as, by the type that the browser gives it. */
export const kindOf = (type: string): AttachmentKind => (PICTURES.has(type) ? 'photo' : type.startsWith('audio/') ? 'voice' : 'file')

const KB = 1024
const MB = KB * KB

/** sizeOf writes a file's size with its unit, such as "1.4 MB" or "320 KB". */
export function sizeOf(bytes: number, locale: string): string {
  const write = (value: number, digits: number): string => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  if (bytes >= MB) return `${write(bytes / MB, 1)} MB`
  return bytes >= KB ? `${write(bytes / KB, 0)} KB` : `${write(bytes, 0)} B`
}

/** refusalKey finds the words of a refusal; a reason of another edition has general ones. */
export const refusalKey = (reason: string | null): Refusal | 'other' => REFUSALS.find((known) => known === reason) ?? 'other'

/** looksAgain tells whether something still changes by itself, so that the list is asked for again. */
export const looksAgain = (files: readonly Pick<OrderFile, 'state'>[]): boolean => files.some(({ state }) => state === 'checking')
