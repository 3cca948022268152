import { demo, expect, signIn, test } from './fixtures.ts'

test('the product is healthy and asks who is there', async ({ page, request }) => {
  const health = await request.get('/api/health')
  expect(health.status()).toBe(200)
  expect(await health.json()).toMatchObject({ status: 'ready' })
  await page.goto('/')
  await expect(page).toHaveURL(/sign-in/)
})

test('every demo account can sign in', async ({ browser }) => {
  for (const { role } of demo().accounts) {
    const context = await browser.newContext()
    await signIn(await context.newPage(), role)
    await context.close()
  }
})

test('no page asks another host for anything', async ({ page, baseURL }) => {
  const foreign: string[] = []
  page.on('request', (request) => { if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url()) })
  await signIn(page, 'technician')
  await page.goto('/')
  await page.waitForLoadState('load')
  expect(foreign).toEqual([])
})
