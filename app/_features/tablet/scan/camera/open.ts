import { cameraTrouble, type CameraTrouble } from './trouble.ts'

/** Opened is a camera that films, or why there is none. */
export type Opened = { readonly stream: MediaStream } | { readonly trouble: CameraTrouble }

// The torch is in the draft "MediaStream Image Capture", which the types of the DOM do not know.
type TorchCapabilities = MediaTrackCapabilities & { readonly torch?: boolean }
type TorchConstraint = MediaTrackConstraintSet & { readonly torch: boolean }

/** openCamera asks for the camera at the tablet's back; call it at a tap, because the browser may ask the person. */
export async function openCamera(): Promise<Opened> {
  if (!window.isSecureContext) return { trouble: 'unprotected' }
  // A browser without any way to a camera has none.
  if (!('mediaDevices' in navigator)) return { trouble: 'none' }
  try {
    return { stream: await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false }) }
  } catch (error) {
    return { trouble: cameraTrouble(error) }
  }
}

/** closeCamera lets go of the camera, so that its light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** hasTorch says whether the camera has a lamp that can be switched. */
export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks()
  return (track?.getCapabilities?.() as TorchCapabilities | undefined)?.torch === true
}

/** setTorch switches the lamp on or off. */
export async function setTorch(stream: MediaStream, on: boolean): Promise<void> {
  const lamp: TorchConstraint = { torch: on }
  await stream.getVideoTracks()[0]?.applyConstraints({ advanced: [lamp] })
}
