import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { takeOwnProduct } from './support/own-product.ts'

takeOwnProduct()

/** DemoAccount is one of the demo plant's people. */
interface DemoAccount {
  readonly role: string
  readonly email: string
  readonly name: string
}

const dataFolder = (): string => process.env.MW_E2E_DATA_DIR ?? ''

/** demo reads the sign-ins that the running product made for itself. */
export const demo = (): { password: string; accounts: readonly DemoAccount[] } => JSON.parse(readFileSync(path.join(dataFolder(), 'demo.json'), 'utf8'))

/** signIn signs a demo account in by the API, so that only the sign-in spec depends on that page. */
export async function signIn(page: Page, role: string): Promise<DemoAccount> {
  const { password, accounts } = demo()
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Error(`The demo has no ${role}.`)
  const url = process.env.MW_E2E_URL ?? ''
  const answer = await page.request.post(`${url}/api/auth/sign-in/email`, { data: { email: account.email, password }, headers: { origin: url } })
  if (!answer.ok()) throw new Error(`Sign-in as ${account.email} failed: ${answer.status()} ${await answer.text()}`)
  return account
}

/** test knows where the product is. */
export const test = base.extend({
  baseURL: async ({}, use) => use(process.env.MW_E2E_URL),
})

export { expect } from '@playwright/test'
