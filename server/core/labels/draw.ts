/** Matrix is a code of dark and light squares, row by row, 1 for dark. */
export interface Matrix {
  readonly columns: number
  readonly rows: number
  readonly dark: readonly number[]
}

/** CodePicture is a code as one path of an SVG, in modules; the quiet zone that readers need is part of its size. */
export interface CodePicture {
  readonly width: number
  readonly height: number
  readonly path: string
}

/** drawMatrix draws the dark squares of a code, those beside each other as one. */
export function drawMatrix({ columns, rows, dark }: Matrix, quiet: number): CodePicture {
  const parts: string[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let from = 0; from < columns; from += 1) {
      if (dark[row * columns + from] !== 1) continue
      let to = from + 1
      while (to < columns && dark[row * columns + to] === 1) to += 1
      parts.push(`M${quiet + from} ${quiet + row}h${to - from}v1h${from - to}z`)
      from = to
    }
  }
  return { width: columns + 2 * quiet, height: rows + 2 * quiet, path: parts.join('') }
}

/** drawBars draws bars and spaces, given by their widths in turn and beginning with a bar, so high (in modules). */
export function drawBars(widths: readonly number[], quiet: number, height: number): CodePicture {
  let at = quiet
  const parts = widths.map((width, i) => {
    const bar = i % 2 === 0 ? `M${at} 0h${width}v${height}h${-width}z` : ''
    at += width
    return bar
  })
  return { width: at + quiet, height, path: parts.join('') }
}
