import type { ReactNode } from 'react'
import type { CodePicture } from '#server/core/labels/draw.ts'

interface CodeSvgProps {
  readonly picture: CodePicture
  /** What the code says. */
  readonly text: string
  /** In mm. */
  readonly width: number
  readonly height: number
}

/** CodeSvg draws a code in black, as large as it is told; bars fill their height, squares stay square. */
export function CodeSvg({ picture, text, width, height }: CodeSvgProps): ReactNode {
  return (
    <svg
      role="img" aria-label={text} viewBox={`0 0 ${picture.width} ${picture.height}`} shapeRendering="crispEdges" preserveAspectRatio={picture.width === picture.height ? 'xMidYMid meet' : 'none'}
      style={{ width: `${width}mm`, height: `${height}mm` }} className="bg-[#fff]"
    >
      <path d={picture.path} fill="#000" />
    </svg>
  )
}
