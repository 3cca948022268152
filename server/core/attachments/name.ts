import type { AttachmentKind } from './attachment.ts'

const LONGEST = 120
const LONGEST_ENDING = 12

// Control characters, and those that turn the direction of text so that "gpj.exe" reads as "exe.jpg".
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
// What a file system, a header or a shell reads as something else.
const SPECIAL = /[<>:"|?*\\/%]/g
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** ENDINGS is the usual ending of a name by type; other types keep the ending that they came with. */
const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': '.jpg', 'image/png': '.png', 'application/pdf': '.pdf' }

function split(name: string): [stem: string, ending: string] {
  const at = name.lastIndexOf('.')
  return at > 0 && name.length - at <= LONGEST_ENDING ? [name.slice(0, at), name.slice(at)] : [name, '']
}

/**
 * safeName makes of a name that somebody gave one that is shown and offered for saving: the last part of a path, without control and special characters,
 * of at most 120 characters with its ending kept. It never becomes a path on the server.
 */
export function safeName(given: string, kind: AttachmentKind): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(UNSEEN, '').replace(SPECIAL, '_').replace(/\s+/g, ' ').replace(/^[.\s]+|[.\s]+$/g, '')
  const [stem, ending] = split(plain)
  const short = `${[...stem].slice(0, LONGEST - ending.length).join('').trim()}${ending}`
  if (short === '' || !/[\p{L}\p{N}]/u.test(stem)) return kind
  return RESERVED.test(short) ? `_${short}` : short
}

/** nameFor gives the name under which a file is saved: with the ending of what it is now, a photo that came as PNG is a JPEG since. */
export function nameFor(name: string, mediaType: string): string {
  const ending = ENDINGS[mediaType]
  if (ending === undefined) return name
  const [stem, own] = split(name)
  if (own.toLowerCase() === ending || (ending === '.jpg' && own.toLowerCase() === '.jpeg')) return name
  return `${/^\.(jpe?g|png|webp|avif|hei[cf]|gif|pdf)$/i.test(own) ? stem : name}${ending}`
}
