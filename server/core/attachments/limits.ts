import * as z from 'zod'
import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { attachmentKind, type AttachmentKind } from './attachment.ts'
import { attachmentSentence } from './attachment-sentences.ts'
import { safeName } from './name.ts'

const LONGEST_MS = 24 * 3600 * 1000
const MB = 1024 * 1024
const GB = 1024 * MB

/** MOST_BYTES is how large an attachment of a kind may be, in bytes. */
export const MOST_BYTES: Readonly<Record<AttachmentKind, number>> = { photo: 25 * MB, voice: 25 * MB, file: 50 * MB, signature: 2 * MB }

/** QUOTA is what one person may send within a day. */
export const QUOTA = { bytes: 2 * GB, count: 1000, withinMs: 24 * 3600 * 1000 } as const

/** MOST_PIXELS bounds what is decoded: a picture of a few kilobytes can claim to be gigabytes large. */
export const MOST_PIXELS = 80_000_000
/** SHOWN_SIDE and THUMB_SIDE are the longest sides of what is shown and of its preview, in pixels. */
export const SHOWN_SIDE = 2560
export const THUMB_SIDE = 320

/** uploadFacts parses what is announced before the first byte. */
const uploadFacts = z.object({
  attachmentId: z.uuidv7().transform((id) => id.toLowerCase()),
  sha256: z.string().regex(/^[0-9a-f]{64}$/i).transform((hash) => hash.toLowerCase()),
  kind: attachmentKind,
  name: z.string(),
  takenAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)).nullish().catch(null),
  durationMs: z.coerce.number().int().min(0).max(LONGEST_MS).nullish().catch(null),
  size: z.int().min(0),
})

/** Announced is what an upload will be: checked, with a name that is safe to show. */
export interface Announced {
  readonly attachmentId: string
  readonly sha256: string
  readonly kind: AttachmentKind
  readonly name: string
  readonly takenAt: Date | null
  /** How long a voice note is, as its recorder says. */
  readonly durationMs: number | null
  readonly size: number
}

/** Used is what a person has sent within the quota's time, without the upload in question. */
export interface Used {
  readonly bytes: number
  readonly count: number
}

const inMegabytes = (bytes: number): string => (Math.ceil((bytes / MB) * 10) / 10).toString()

/** readAnnouncement reads what is announced; 'invalid' when something is missing, 'too-large' beyond the limit of its kind. Time in the future becomes the present. */
export function readAnnouncement(given: Readonly<Record<string, unknown>>, now: Date): Result<Announced, AppError> {
  const parsed = uploadFacts.safeParse(given)
  if (!parsed.success) return err(new AppError('invalid', attachmentSentence('facts'), { issues: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })) }))
  const { kind, size, takenAt, name } = parsed.data
  if (size === 0) return err(new AppError('invalid', attachmentSentence('no-bytes')))
  const limit = MOST_BYTES[kind]
  if (size > limit) return err(new AppError('too-large', attachmentSentence(`${kind}-too-large`, { limit: limit / MB, size: inMegabytes(size) }), { size, limit }))
  return ok({ ...parsed.data, name: safeName(name, kind), takenAt: takenAt == null ? null : takenAt > now ? now : takenAt, durationMs: kind === 'voice' ? (parsed.data.durationMs ?? null) : null })
}

/** checkQuota refuses ('too-many') what would take a person beyond what one may send within a day. */
export function checkQuota(used: Used, size: number): Result<null, AppError> {
  if (used.count + 1 > QUOTA.count) return err(new AppError('too-many', attachmentSentence('quota-count', { limit: QUOTA.count }), { used }))
  if (used.bytes + size > QUOTA.bytes) return err(new AppError('too-many', attachmentSentence('quota-bytes', { limit: QUOTA.bytes / GB }), { used }))
  return ok(null)
}
