import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { ruleRefusal } from '#server/core/rules/rule-sentences.ts'
import type { ShadowCriteria } from '#server/core/rules/shadow.ts'
import type { LifeEventType } from '#server/core/verdicts/life.ts'
import { now } from '../../platform/clock.ts'
import { withTenant, type Tx } from '../../platform/db.ts'
import { touchSiteConfig } from '../../platform/site-config.ts'
import { changeRuleIn, parseDefinition, ruleSite } from './change-rule.ts'
import { insertLifeEvent, markPublished, setStanding, type Standing } from './life.repo.ts'
import type { StoredRule } from './rules.repo.ts'

type Version = StoredRule['versions'][number]

/** Turn is one turn in a rule's life: what stands afterwards, which version it is about, and why. */
interface Turn {
  readonly standing: Partial<Standing>
  readonly events: readonly { readonly type: LifeEventType; readonly version: Version; readonly criteria?: ShadowCriteria }[]
  readonly reason: string | null
}

const conflict = (...said: Parameters<typeof ruleRefusal>): AppError => new AppError('conflict', ruleRefusal(...said))

const versionOf = (rule: StoredRule, version: number): Version => {
  const found = rule.versions.find((one) => one.version === version)
  if (!found) throw new AppError('not-found', ruleRefusal('no-version', { version }))
  return found
}

const shadowOf = (rule: StoredRule): Version | null => (rule.shadowVersion === null ? null : versionOf(rule, rule.shadowVersion))
const isLive = (rule: StoredRule): boolean => rule.status === 'published'

/** take makes a turn: how the rule stands, what is kept of it, and the lanes that must judge anew. */
async function take(tx: Tx, actor: Actor, rule: StoredRule, { standing, events, reason }: Turn): Promise<void> {
  await setStanding(tx, rule.id, standing)
  const personId = actor.type === 'person' ? actor.personId : null
  const at = now()
  for (const { type, version, criteria } of events) {
    await insertLifeEvent(tx, { ruleId: rule.id, versionId: version.id, type, at, personId, reason, ...(criteria === undefined ? {} : { criteria }) })
  }
  await touchSiteConfig(tx.exec, tx.orgId, ruleSite(rule))
}

const NO_SHADOW = { shadowVersion: null, shadowSince: null } as const

/** publishRule puts the draft in force with a note of why, or a retired rule's last version again; its states begin anew. A shadow of that same version is over. */
export const publishRule = (actor: Actor, input: { id: string; note: string }): Promise<{ version: number }> =>
  withTenant(actor.orgId, (tx) => changeRuleIn(tx, actor, 'rule.publish', input.id, 'rule.publish', async (rule) => {
    const [newest] = rule.versions
    const draft = newest?.publishedAt === null ? newest : rule.status === 'retired' ? versionOf(rule, rule.publishedVersion ?? newest?.version ?? 0) : null
    if (!draft) throw conflict('no-draft')
    parseDefinition(draft.definition)
    const watched = rule.shadowVersion === draft.version ? draft : null
    await markPublished(tx, draft.id, input.note, now())
    await take(tx, actor, rule, {
      standing: { status: 'published', publishedVersion: draft.version, ...(watched ? NO_SHADOW : {}) }, reason: input.note,
      events: [...(watched ? [{ type: 'shadow-ended' as const, version: watched }] : []), { type: 'published', version: draft }],
    })
    return { version: draft.version }
  }))

/** retireRule takes the rule out of force, and its shadow with it; its incidents resolve. */
export const retireRule = (actor: Actor, input: { id: string; reason?: string | undefined }): Promise<{ status: 'retired' }> =>
  withTenant(actor.orgId, (tx) => changeRuleIn(tx, actor, 'rule.publish', input.id, 'rule.retire', async (rule) => {
    if (!isLive(rule) || rule.publishedVersion === null) throw conflict('only-published')
    const watched = shadowOf(rule)
    await take(tx, actor, rule, {
      standing: { status: 'retired', ...NO_SHADOW }, reason: input.reason ?? null,
      events: [...(watched ? [{ type: 'shadow-ended' as const, version: watched }] : []), { type: 'retired', version: versionOf(rule, rule.publishedVersion) }],
    })
    return { status: 'retired' as const }
  }))

/** startShadow lets a version be judged beside the live one, or alone: it counts and raises nothing. */
export const startShadow = (actor: Actor, input: { id: string; version: number; reason: string; criteria: ShadowCriteria }): Promise<{ version: number }> =>
  withTenant(actor.orgId, (tx) => changeRuleIn(tx, actor, 'rule.edit', input.id, 'rule.shadow-start', async (rule) => {
    const version = versionOf(rule, input.version)
    if (rule.shadowVersion !== null) throw conflict('watched-already', { version: rule.shadowVersion })
    if (isLive(rule) && rule.publishedVersion === version.version) throw conflict('in-force')
    parseDefinition(version.definition)
    const standing = isLive(rule) ? {} : { status: 'draft' as const, publishedVersion: null }
    await take(tx, actor, rule, {
      standing: { ...standing, shadowVersion: version.version, shadowSince: now() }, reason: input.reason, events: [{ type: 'shadow-started', version, criteria: input.criteria }],
    })
    return { version: version.version }
  }))

/** endShadow stops watching; a rule that was only watched and had been in force before is retired then. */
export const endShadow = (actor: Actor, input: { id: string; reason: string }): Promise<{ version: number }> =>
  withTenant(actor.orgId, (tx) => changeRuleIn(tx, actor, 'rule.edit', input.id, 'rule.shadow-end', async (rule) => {
    const watched = shadowOf(rule)
    if (!watched) throw conflict('not-watched')
    const over = !isLive(rule) && watched.publishedAt !== null ? { status: 'retired' as const, publishedVersion: watched.version } : {}
    await take(tx, actor, rule, { standing: { ...NO_SHADOW, ...over }, reason: input.reason, events: [{ type: 'shadow-ended', version: watched }] })
    return { version: watched.version }
  }))

/** promoteShadow puts the watched version in force, always by a person with a reason; version is the one that the person saw. */
export const promoteShadow = (actor: Actor, input: { id: string; version: number; reason: string }): Promise<{ version: number }> =>
  withTenant(actor.orgId, (tx) => changeRuleIn(tx, actor, 'rule.publish', input.id, 'rule.promote', async (rule) => {
    const watched = shadowOf(rule)
    if (watched?.version !== input.version) throw conflict('another-watched')
    parseDefinition(watched.definition)
    await markPublished(tx, watched.id, input.reason, now())
    await take(tx, actor, rule, {
      standing: { status: 'published', publishedVersion: watched.version, ...NO_SHADOW }, reason: input.reason, events: [{ type: 'promoted', version: watched }],
    })
    return { version: watched.version }
  }))

/** Demotion asks to let a rule in force only be watched. */
export interface Demotion {
  readonly id: string
  readonly reason: string
  readonly criteria: ShadowCriteria
}

/** demoteRuleIn takes a rule out of force and lets its version be watched, in the caller's transaction: it raises nothing more, and the lane ends its incidents. */
export const demoteRuleIn = (tx: Tx, actor: Actor, input: Demotion): Promise<{ version: number; name: string }> =>
  changeRuleIn(tx, actor, 'rule.publish', input.id, 'rule.demote', async (rule) => {
    if (!isLive(rule) || rule.publishedVersion === null) throw conflict('only-live')
    if (rule.shadowVersion !== null) throw conflict('watched-beside', { version: rule.shadowVersion })
    const version = versionOf(rule, rule.publishedVersion)
    await take(tx, actor, rule, {
      standing: { status: 'draft', publishedVersion: null, shadowVersion: version.version, shadowSince: now() }, reason: input.reason,
      events: [{ type: 'demoted', version }, { type: 'shadow-started', version, criteria: input.criteria }],
    })
    return { version: version.version, name: rule.name }
  })
