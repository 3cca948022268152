import { inOrder } from './choose.ts'
import type { Detector } from './detector.ts'

// Wide enough for a label that fills a third of the picture, small enough for a slow tablet.
const WIDTH = 960
const PAUSE_MS = 100

/** pictureOf is what a video shows now, made smaller; null before it shows anything. */
function pictureOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null
  const scale = Math.min(1, WIDTH / video.videoWidth)
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  pen?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return pen?.getImageData(0, 0, canvas.width, canvas.height) ?? null
}

/**
 * watchCodes looks at a video again and again and tells the texts of the codes in it, the likeliest first, until the function it gives is called.
 * A picture is looked at when the one before is done with, so that a slow tablet looks less often and never falls behind.
 */
export function watchCodes(video: HTMLVideoElement, detector: Detector, seen: (texts: readonly string[]) => Promise<void>, failed: (error: unknown) => void): () => void {
  const canvas = document.createElement('canvas')
  let timer: ReturnType<typeof setTimeout> | undefined
  let watching = true
  const look = async (): Promise<void> => {
    const picture = pictureOf(video, canvas)
    const codes = picture === null ? [] : await detector.detect(picture)
    if (picture !== null && codes.length > 0 && watching) await seen(inOrder(codes, picture))
    if (watching) timer = setTimeout(again, PAUSE_MS)
  }
  const again = (): void => { look().catch(failed) }
  again()
  return () => {
    watching = false
    clearTimeout(timer)
  }
}
