import sharp, { type Sharp } from 'sharp'
import type { AttachmentKind, Refusal } from '#server/core/attachments/attachment.ts'
import { MOST_PIXELS, SHOWN_SIDE, THUMB_SIDE } from '#server/core/attachments/limits.ts'
import { err, ok, type Result } from '#server/core/kernel/result.ts'

/** Picture is a photo made anew: what is shown and its preview, with nothing of the original but its pixels. */
export interface Picture {
  readonly mediaType: 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
  readonly shown: Buffer
  readonly thumb: Buffer
}

const PATIENCE_S = 60
const QUALITY = 84
const THUMB_QUALITY = 78
const ONE_PIXEL_LIMIT = /pixel limit/i

// One core at most, and no memory of what went through: pictures come one by one, beside work that people wait for.
sharp.concurrency(1)
sharp.cache(false)

const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1, sequentialRead: true })

const within = (picture: Sharp, side: number): Sharp =>
  picture.autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').timeout({ seconds: PATIENCE_S })

/**
 * makePicture decodes a picture and makes it anew: turned upright, at most 2560 pixels long, in sRGB, without any metadata (no place, no camera, no comment),
 * as PNG where it is a signature or has holes, else as JPEG. Refusals: 'too-many-pixels' before anything is decoded, 'damaged' when it cannot be.
 */
export async function makePicture(bytes: Uint8Array, kind: AttachmentKind): Promise<Result<Picture, Refusal>> {
  try {
    const { width, height, hasAlpha } = await open(bytes).metadata()
    if (width * height > MOST_PIXELS) return err('too-many-pixels')
    const png = kind === 'signature' || hasAlpha
    const shown = within(open(bytes), SHOWN_SIDE)
    const { data, info } = await (png ? shown.png({ compressionLevel: 9 }) : shown.jpeg({ quality: QUALITY })).toBuffer({ resolveWithObject: true })
    const small = within(open(data), THUMB_SIDE)
    const thumb = await (png ? small.png({ compressionLevel: 9 }) : small.jpeg({ quality: THUMB_QUALITY })).toBuffer()
    return ok({ mediaType: png ? 'image/png' : 'image/jpeg', width: info.width, height: info.height, shown: data, thumb })
  } catch (error) {
    // The library says in words only why it refuses; whatever it says, the bytes are no picture that may stay.
    return err(error instanceof Error && ONE_PIXEL_LIMIT.test(error.message) ? 'too-many-pixels' : 'damaged')
  }
}
