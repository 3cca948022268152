import { expect, test } from 'vitest'
import { drawBars, drawMatrix } from './draw.ts'

test('drawMatrix joins the dark squares of a row and leaves the quiet zone free', () => {
  expect(drawMatrix({ columns: 4, rows: 2, dark: [1, 1, 0, 1, 0, 1, 1, 1] }, 2)).toEqual({ width: 8, height: 6, path: 'M2 2h2v1h-2zM5 2h1v1h-1zM3 3h3v1h-3z' })
})

test('drawBars draws every second width', () => {
  expect(drawBars([2, 1, 3], 10, 30)).toEqual({ width: 26, height: 30, path: 'M10 0h2v30h-2zM13 0h3v30h-3z' })
})
