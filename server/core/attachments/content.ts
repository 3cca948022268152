import { err, ok, type Result } from '../kernel/result.ts'
import type { AttachmentKind, Refusal } from './attachment.ts'

/** Family says how content is treated: images are made anew, audio is played, the rest is only ever offered for saving. */
export type Family = 'image' | 'audio' | 'video' | 'pdf' | 'office' | 'text'

/** Content is what bytes turned out to be. */
export interface Content {
  readonly family: Family
  readonly mediaType: string
}

const FAMILIES: Readonly<Record<string, Family>> = {
  'image/jpeg': 'image', 'image/png': 'image', 'image/webp': 'image', 'image/avif': 'image',
  'audio/mp4': 'audio', 'audio/x-m4a': 'audio', 'audio/aac': 'audio', 'audio/ogg': 'audio', 'audio/opus': 'audio', 'audio/webm': 'audio', 'audio/mpeg': 'audio', 'audio/wav': 'audio',
  'video/mp4': 'video', 'video/webm': 'video',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'office',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'office',
  'text/plain': 'text',
}

/** FOR_KIND is what each kind of attachment may hold. */
const FOR_KIND: Readonly<Record<AttachmentKind, readonly Family[]>> = {
  photo: ['image'],
  signature: ['image'],
  voice: ['audio'],
  file: ['image', 'audio', 'video', 'pdf', 'office', 'text'],
}

// What browsers and phones record as voice is a film container that holds nothing but sound.
const AS_VOICE: Readonly<Record<string, string>> = { 'video/mp4': 'audio/mp4', 'video/webm': 'audio/webm', 'audio/x-m4a': 'audio/mp4' }
// Names of one type, and types of a container that say the same.
const ALIASES: Readonly<Record<string, string>> = {
  'application/ogg': 'audio/ogg', 'audio/x-wav': 'audio/wav', 'audio/vnd.wave': 'audio/wav', 'audio/opus': 'audio/ogg', 'audio/x-m4a': 'audio/mp4', 'image/heif-sequence': 'image/heif', 'image/heic-sequence': 'image/heic',
}
const PROGRAMS = /^application\/(x-msdownload|x-elf|x-mach-binary|x-sh|vnd\.microsoft\.portable-executable|java-archive|x-msi|x-dosexec|wasm|vnd\.android\.package-archive)$/
const MARKUP = /^(application\/(xml|xhtml\+xml)|image\/svg\+xml|text\/(html|xml))$/

/** allowContent decides whether content of a type (found by its bytes) may be an attachment of a kind. */
export function allowContent(kind: AttachmentKind, found: string | null): Result<Content, Refusal> {
  if (found === null) return err('type')
  const bare = (found.split(';')[0] ?? '').trim()
  const plain = ALIASES[bare] ?? bare
  const mediaType = kind === 'voice' ? (AS_VOICE[plain] ?? plain) : plain
  if (mediaType === 'image/heic' || mediaType === 'image/heif') return err('heic')
  if (MARKUP.test(mediaType)) return err('markup')
  if (PROGRAMS.test(mediaType)) return err('program')
  const family = FAMILIES[mediaType]
  if (family === undefined) return err('type')
  return FOR_KIND[kind].includes(family) ? ok({ family, mediaType }) : err('not-for-kind')
}

/** isInline tells whether content may be shown by a browser where it stands: pictures that we made ourselves, and sound. */
export const isInline = (mediaType: string): boolean => mediaType === 'image/jpeg' || mediaType === 'image/png' || mediaType.startsWith('audio/')

/** servedType is the type under which content leaves: what a browser could do more with than save it is told to be bytes. */
export const servedType = (mediaType: string): string => (isInline(mediaType) || mediaType === 'video/mp4' || mediaType === 'application/pdf' ? mediaType : 'application/octet-stream')
