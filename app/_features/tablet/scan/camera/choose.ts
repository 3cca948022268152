import { resolveCode } from '#server/core/labels/code.ts'

/** SeenCode is a code in a picture: its text and where it is, in pixels of that picture. */
export interface SeenCode {
  readonly rawValue: string
  readonly boundingBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** Picture is the size of a picture in pixels. */
export interface Picture {
  readonly width: number
  readonly height: number
}

const distance = ({ boundingBox: { x, y, width, height } }: SeenCode, picture: Picture): number =>
  Math.hypot(x + width / 2 - picture.width / 2, y + height / 2 - picture.height / 2)

/** inOrder gives the texts of the codes in a picture, each once, the likeliest first: ours before a maker's, then what the camera is pointed at. */
export function inOrder(seen: readonly SeenCode[], picture: Picture): string[] {
  const ours = ({ rawValue }: SeenCode): number => (resolveCode(rawValue).kind === 'unknown' ? 1 : 0)
  return [...new Set(seen.toSorted((a, b) => ours(a) - ours(b) || distance(a, picture) - distance(b, picture)).map(({ rawValue }) => rawValue))]
}
