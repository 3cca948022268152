/** PAPERS are the papers that sheets are made for. */
export const PAPERS = ['a4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]

/** PAPER_MM is the width and height of each paper in mm. */
export const PAPER_MM: Readonly<Record<Paper, readonly [number, number]>> = { a4: [210, 297], letter: [215.9, 279.4] }

/** Format is a sheet of labels as it is sold: how many there are, how large they are, and where they begin (all in mm). */
export interface Format {
  readonly id: string
  readonly paper: Paper
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
  /** The left upper corner of the first label. */
  readonly left: number
  readonly top: number
  /** From the left edge of one label to that of the next, and the same downwards. */
  readonly stepX: number
  readonly stepY: number
}

type Pair = readonly [number, number]

const format = (id: string, paper: Paper, [columns, rows]: Pair, [width, height]: Pair, [left, top]: Pair, [stepX, stepY]: Pair = [width, height]): Format =>
  ({ id, paper, columns, rows, width, height, left, top, stepX, stepY })

/** FORMATS are common label sheets, by the sizes that their makers print on the box. */
export const FORMATS: readonly Format[] = [
  format('63.5x38.1', 'a4', [3, 7], [63.5, 38.1], [7.2, 15.1], [66, 38.1]),
  format('70x37', 'a4', [3, 8], [70, 37], [0, 0.5]),
  format('99.1x57', 'a4', [2, 5], [99.1, 57], [4.65, 6], [101.6, 57]),
  format('99.1x38.1', 'a4', [2, 7], [99.1, 38.1], [4.65, 15.1], [101.6, 38.1]),
  format('66.7x25.4', 'letter', [3, 10], [66.7, 25.4], [4.8, 12.7], [69.8, 25.4]),
  format('101.6x50.8', 'letter', [2, 5], [101.6, 50.8], [4, 12.7], [106.3, 50.8]),
  format('101.6x84.7', 'letter', [2, 3], [101.6, 84.7], [4, 12.7], [106.3, 84.7]),
]

/** formatsOf are the formats of a paper. */
export const formatsOf = (paper: Paper): readonly Format[] => FORMATS.filter((one) => one.paper === paper)

/** formatOf is the format of that name on the paper, or the paper's first. */
export function formatOf(paper: Paper, id: string | null): Format {
  const all = formatsOf(paper)
  const found = all.find((one) => one.id === id) ?? all[0]
  if (!found) throw new Error(`No label sheet is known for ${paper}.`)
  return found
}

/** Cell is one label on a page: its left upper corner in mm, and which of the labels it is. */
export interface Cell {
  readonly left: number
  readonly top: number
  readonly index: number
}

const round = (mm: number): number => Math.round(mm * 100) / 100

/** pagesOf places so many labels on pages of a format, row by row, leaving out the first ones of the first page that were used before. */
export function pagesOf({ columns, rows, left, top, stepX, stepY }: Format, count: number, used: number): Cell[][] {
  const perPage = columns * rows
  const skipped = Math.min(Math.max(0, Math.trunc(used)), perPage - 1)
  const pages: Cell[][] = []
  for (let index = 0; index < count; index += 1) {
    const place = index + skipped
    const onPage = place % perPage
    const cell = { left: round(left + (onPage % columns) * stepX), top: round(top + Math.floor(onPage / columns) * stepY), index }
    const page = pages[Math.floor(place / perPage)]
    if (page) page.push(cell)
    else pages.push([cell])
  }
  return pages
}
