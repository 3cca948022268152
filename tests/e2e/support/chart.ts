import { expect, type Locator, type Page } from '@playwright/test'

/** drawnShare is the share of a canvas's pixels that something was drawn on, from 0 to 1. */
const drawnShare = (canvas: Locator): Promise<number> => canvas.evaluate((element) => {
  if (!(element instanceof HTMLCanvasElement)) return 0
  const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: new Uint8ClampedArray() }
  let drawn = 0
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) drawn += 1
  return drawn / (data.length / 4)
})

/** lines reads a table's cells, top first. */
const lines = (table: Locator): Promise<string[][]> => table.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))

/** seeEvidence sees the frozen curve drawn and, behind it, the readings as numbers with the limit beside each; the breach is among them. */
export async function seeEvidence(page: Page, breaks: (value: number, limit: number) => boolean): Promise<void> {
  const evidence = page.getByRole('region', { name: 'Evidence' })
  await expect.poll(() => drawnShare(evidence.locator('canvas').first()), { message: 'the curve is drawn' }).toBeGreaterThan(0.005)
  await evidence.getByRole('button', { name: 'Table' }).click()
  const table = evidence.getByRole('table')
  await expect.poll(() => table.getByRole('row').count(), { message: 'the readings stand behind the curve' }).toBeGreaterThan(20)
  const [head = [], ...body] = await lines(table)
  expect(head[0]).toBe('Time')
  const limits = head.flatMap((title, column) => (title.startsWith('limit') ? [column] : []))
  expect(limits, 'the limit stands beside the readings').not.toEqual([])
  const broken = body.filter((line) => limits.some((column) => line[column] !== '' && breaks(Number(line[1]), Number(line[column]))))
  expect(broken, 'the breach is among the readings').not.toEqual([])
  await evidence.getByRole('button', { name: 'Chart' }).click()
}
