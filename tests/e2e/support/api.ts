import { expect, type Page } from '@playwright/test'

/** Asker is whoever can ask the product as the person who is signed in: a page, or a browser without one. */
export type Asker = Pick<Page, 'request'>

const headers = (): Record<string, string> => ({ origin: process.env.MW_E2E_URL ?? '' })

/** ask calls a tRPC query as the person who is signed in on the page. */
export async function ask<Answer>(page: Asker, procedure: string, input: object = {}): Promise<Answer> {
  const answer = await page.request.get(`/api/trpc/${procedure}?${new URLSearchParams({ input: JSON.stringify(input) })}`)
  expect(answer.status(), `${procedure}: ${await answer.text()}`).toBe(200)
  return (await answer.json()).result.data
}

/** order calls a tRPC mutation as the person who is signed in on the page, and gives status and answer as they came. */
export async function attempt(page: Asker, procedure: string, input: object): Promise<{ status: number; body: { result?: { data: unknown }; error?: { message: string } } }> {
  const answer = await page.request.post(`/api/trpc/${procedure}`, { data: input, headers: headers() })
  return { status: answer.status(), body: await answer.json() }
}

/** tell calls a tRPC mutation that must succeed. */
export async function tell<Answer>(page: Asker, procedure: string, input: object): Promise<Answer> {
  const { status, body } = await attempt(page, procedure, input)
  expect(status, `${procedure}: ${JSON.stringify(body)}`).toBe(200)
  return body.result?.data as Answer
}
