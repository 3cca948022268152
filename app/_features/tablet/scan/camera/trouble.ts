/** CameraTrouble is why there is no picture: no HTTPS, not allowed, no camera, one that another program holds, or a decoder that could not be loaded. */
export type CameraTrouble = 'unprotected' | 'refused' | 'none' | 'busy' | 'decoder'

/** cameraTrouble reads what a browser threw when it was asked for its camera (the names of Media Capture and Streams). */
export function cameraTrouble(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy'
}
