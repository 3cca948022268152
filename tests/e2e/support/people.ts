import type { Browser, Page } from '@playwright/test'
import { signIn } from '../fixtures.ts'

/** People are demo people, each in a browser of their own. */
export interface People {
  /** A person's page; the same one each time. */
  readonly page: (role: string) => Promise<Page>
  readonly leave: () => Promise<void>
}

/** enter lets people into the product, each with their own browser context. */
export function enter(browser: Browser): People {
  const pages = new Map<string, Promise<Page>>()
  const open = async (role: string): Promise<Page> => {
    const page = await (await browser.newContext()).newPage()
    await signIn(page, role)
    return page
  }
  return {
    page: (role) => {
      const known = pages.get(role) ?? open(role)
      pages.set(role, known)
      return known
    },
    leave: async () => {
      for (const page of pages.values()) await (await page).context().close()
    },
  }
}
