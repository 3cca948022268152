/** LONGEST_VOICE_MS is how long a voice note is at most: 2 minutes. */
export const LONGEST_VOICE_MS = 120_000

// What browsers can record, the best first; the first is what most tablets do, the second what Apple's do.
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const

/** Recording is a voice note that is being recorded. */
export interface Recording {
  /** How loud it is now, from 0 to 1. */
  readonly level: () => number
  /** Ends it and gives what was recorded. */
  readonly stop: () => Promise<Blob>
}

/** MicrophoneTrouble is why nothing can be recorded: the page is not secure, the browser cannot, or nobody allowed the microphone. */
export type MicrophoneTrouble = 'insecure' | 'unsupported' | 'denied'

/** microphoneTrouble tells beforehand why nothing can be recorded here; null where it can. */
export function microphoneTrouble(): MicrophoneTrouble | null {
  if (!window.isSecureContext) return 'insecure'
  return 'MediaRecorder' in window && 'mediaDevices' in navigator ? null : 'unsupported'
}

// How loud samples (0 to 255, silence at 128) are, from 0 to 1: their root mean square, where speech fills most of the scale.
function levelOf(samples: Uint8Array): number {
  if (samples.length === 0) return 0
  const square = samples.reduce((sum, sample) => sum + ((sample - 128) / 128) ** 2, 0) / samples.length
  return Math.min(1, Math.sqrt(square) * 4)
}

/** startRecording begins to record the microphone; it rejects when nobody allows it. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', (event) => { if (event.data.size > 0) parts.push(event.data) })
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.fftSize)
  recorder.start(1000)
  return {
    level: () => {
      analyser.getByteTimeDomainData(samples)
      return levelOf(samples)
    },
    stop: () => new Promise((resolve) => {
      recorder.addEventListener('stop', () => {
        for (const track of stream.getTracks()) track.stop()
        void context.close()
        resolve(new Blob(parts, { type: (recorder.mimeType || mimeType || 'audio/webm').split(';')[0] ?? '' }))
      }, { once: true })
      recorder.stop()
    }),
  }
}
