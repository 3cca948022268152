import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { CATEGORIES, type Category, type Channel } from '#server/core/notify/kinds.ts'
import { channelsFor, DEFAULT_PREFERENCE, preference, type Preference } from '#server/core/notify/preference.ts'
import { parseTarget } from '#server/core/outbound/target.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { isMailSetUp } from '#server/platform/mail/send-mail.ts'
import { allowedInside } from '#server/platform/outbound/allow.ts'
import { vapidKeys } from '#server/platform/outbound/keys.ts'
import { resolveTarget } from '#server/platform/outbound/resolve.ts'
import { recipientsOf } from '../tell/recipients.repo.ts'
import type { Rung } from '../tell/tell.repo.ts'
import { tellPeople } from '../tell/tell-people.ts'
import { countBrowsers, ownEndpoints, preferenceRow, removeBrowser, removeOwn, saveBrowser, savePhone, savePreference, type Browser, type OwnEndpoint } from './endpoints.repo.ts'

/** Settings is how a person is told, and where. */
export interface Settings {
  readonly preference: Preference
  /** The channels in force for each category, chosen or by default. */
  readonly channels: Readonly<Record<Category, readonly Channel[]>>
  readonly endpoints: readonly OwnEndpoint[]
  /** False when nobody is told by mail on this installation. */
  readonly mailSetUp: boolean
  /** Whose messages a browser lets in (VAPID). */
  readonly pushKey: string
}

// More than anybody has; what is beyond is a fault in a browser.
const MOST_BROWSERS = 20

async function chosenBy(tx: Tx, personId: string): Promise<Preference> {
  const stored = preference.safeParse((await preferenceRow(tx, personId)) ?? {})
  return stored.success ? stored.data : DEFAULT_PREFERENCE
}

/** getSettings reads how the person who asks is told, and where. */
export async function getSettings(actor: PersonActor): Promise<Settings> {
  return withTenant(actor.orgId, async (tx) => {
    // Also brings the mailbox in line with the account.
    await recipientsOf(tx, [actor.personId])
    const chosen = await chosenBy(tx, actor.personId)
    return {
      preference: chosen, mailSetUp: isMailSetUp(), pushKey: vapidKeys().publicKey, endpoints: await ownEndpoints(tx, actor.personId),
      channels: Object.fromEntries(CATEGORIES.map((category) => [category, channelsFor(chosen, category)])) as unknown as Settings['channels'],
    }
  })
}

/** saveSettings stores how the person who asks wants to be told. */
export const saveSettings = (actor: PersonActor, chosen: Preference): Promise<void> => withTenant(actor.orgId, (tx) => savePreference(tx, actor.personId, chosen))

/** setPhone stores the number at which a gateway for text messages reaches the person; null takes it away. */
export const setPhone = (actor: PersonActor, input: { readonly phone: string | null }): Promise<void> =>
  withTenant(actor.orgId, (tx) => savePhone(tx, actor.personId, input.phone))

/** addBrowser lets a browser be told; 'invalid' when its push service is at an address that may not be reached. */
export async function addBrowser(actor: PersonActor, input: Browser): Promise<{ id: string }> {
  const target = parseTarget(input.address)
  if (!target.ok) throw new AppError('invalid', target.error, { field: 'address' })
  await resolveTarget(target.value, allowedInside())
  return withTenant(actor.orgId, async (tx) => {
    const id = await saveBrowser(tx, actor.personId, input)
    if ((await countBrowsers(tx, actor.personId)) > MOST_BROWSERS) throw new AppError('too-many', 'You are told in many browsers already: take one away first.')
    return { id }
  })
}

/** removeEndpoint takes one of the person's browsers or the telephone away, by id, or this browser by its address. */
export const removeEndpoint = (actor: PersonActor, input: { readonly id: string } | { readonly address: string }): Promise<void> =>
  withTenant(actor.orgId, async (tx) => {
    if ('address' in input) return removeBrowser(tx, actor.personId, input.address)
    if (!(await removeOwn(tx, actor.personId, input.id))) throw notFound('This browser')
  })

/** testOwn sends the person who asks a test message by every channel there is; gives the messages to ring for. */
export const testOwn = (actor: PersonActor): Promise<Rung[]> =>
  withTenant(actor.orgId, async (tx) => {
    const event = { key: `test:${newId()}`, siteId: null, zone: 'UTC', priority: null, safety: false, subject: { type: 'person', id: actor.personId }, params: {} } as const
    return (await tellPeople(tx, event, [{ personId: actor.personId, kind: 'test', loud: true }])).rung
  })
