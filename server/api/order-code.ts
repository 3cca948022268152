import type { CodePicture } from '#server/core/labels/draw.ts'
import { codeText } from '#server/core/labels/symbology.ts'
import { codePicture } from '#server/platform/code-picture.ts'

/** orderCode is the code on an order's sheets: its address where this installation is reached, and the picture of it. */
export function orderCode(origin: string, number: string): { readonly text: string; readonly picture: CodePicture } {
  const text = codeText('qr', { kind: 'order', name: number }, origin)
  return { text, picture: codePicture('qr', text) }
}
