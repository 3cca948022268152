import { globSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { ask } from './api.ts'
import { ordersOf } from './orders.ts'

const app = path.resolve(import.meta.dirname, '../../../app')

type Addresses = (page: Page) => Promise<readonly string[]>

/** Pages whose address needs an example: those worth looking at differ in what they show. */
const EXAMPLES: Readonly<Record<string, Addresses>> = {
  '/assets/[id]': async (page) => {
    const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
    // A measured machine, one where nothing is measured, and a place.
    return nodes.filter(({ tag }) => ['CT-301', 'HE-201', 'EXT'].includes(tag)).map(({ id }) => `/assets/${id}`)
  },
  '/work-orders/[number]': async (page) => {
    // A closed order and one that asks a question; open ones are looked at with their dialogs.
    const orders = await ordersOf(page, 'EX-101')
    return orders.map(({ number }) => `/work-orders/${number}`)
  },
  '/sources/[id]': async (page) => {
    // One that listens at a broker and one that is pushed.
    const sources = await ask<readonly { id: string; kind: string; demo: boolean }[]>(page, 'sources.list')
    return ['mqtt', 'http'].flatMap((kind) => sources.filter((one) => one.demo && one.kind === kind).slice(0, 1).map(({ id }) => `/sources/${id}`))
  },
  '/rules/[id]': async (page) => {
    const rules = await ask<readonly { id: string; definition: { gate: unknown } | null }[]>(page, 'rules.list')
    const gated = rules.find(({ definition }) => definition?.gate != null)
    const plain = rules.find(({ definition }) => definition !== null && definition.gate == null)
    return [gated, plain].flatMap((rule) => (rule === undefined ? [] : [`/rules/${rule.id}`]))
  },
}

/** patternsOf lists the pages of a group of the app, such as "(desk)", by their folders: a new page is in the list as soon as it exists. */
export const patternsOf = (group: string): readonly string[] =>
  globSync(`${group}/**/page.tsx`, { cwd: app }).map((file) => `/${path.dirname(file).split(path.sep).slice(1).join('/')}`).toSorted()

/** addressesOf gives the addresses at which a page is looked at. */
export async function addressesOf(page: Page, pattern: string): Promise<readonly string[]> {
  if (!pattern.includes('[')) return [pattern]
  const examples = EXAMPLES[pattern]
  if (!examples) throw new Error(`${pattern} is new: name examples of it in tests/e2e/support/pages.ts.`)
  const found = await examples(page)
  if (found.length === 0) throw new Error(`The demo has no example of ${pattern}.`)
  return found
}
