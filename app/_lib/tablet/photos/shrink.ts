/** LONGEST_SIDE is how long the longer side of a kept photo is at most, in pixels: enough to read a nameplate. */
const LONGEST_SIDE = 2048
const QUALITY = 0.85

/** Shrunk is a photo as it is kept: a JPEG that was drawn anew, so that nothing of where it was taken is left in it. */
export interface Shrunk {
  readonly blob: Blob
  readonly width: number
  readonly height: number
}

interface Job {
  readonly blob: Blob
  readonly longest: number
  readonly quality: number
}

// Runs in a worker made of this function's own text, so it must use nothing from around it.
function drawAnew(): void {
  addEventListener('message', (event: MessageEvent<Job>) => {
    const { blob, longest, quality } = event.data
    createImageBitmap(blob, { imageOrientation: 'from-image' }).then((bitmap) => {
      const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
      const width = Math.max(1, Math.round(bitmap.width * scale))
      const height = Math.max(1, Math.round(bitmap.height * scale))
      const canvas = new OffscreenCanvas(width, height)
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
      bitmap.close()
      return canvas.convertToBlob({ type: 'image/jpeg', quality }).then((drawn) => { postMessage({ blob: drawn, width, height }) })
    }).catch((error: unknown) => { postMessage({ error: String(error) }) })
  })
}

/**
 * shrinkPhoto draws a photo anew in a worker, at most 2048 pixels long and without what the camera wrote beside it; it rejects where the file is no
 * picture that this browser can read.
 */
export function shrinkPhoto(blob: Blob): Promise<Shrunk> {
  const source = URL.createObjectURL(new Blob([`(${drawAnew.toString()})()`], { type: 'text/javascript' }))
  const worker = new Worker(source)
  const done = (): void => {
    worker.terminate()
    URL.revokeObjectURL(source)
  }
  return new Promise<Shrunk>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Shrunk | { readonly error: string }>) => {
      if ('error' in event.data) reject(new Error(event.data.error))
      else resolve(event.data)
    })
    worker.addEventListener('error', (event) => { reject(new Error(event.message)) })
    worker.postMessage({ blob, longest: LONGEST_SIDE, quality: QUALITY } satisfies Job)
  }).finally(done)
}
