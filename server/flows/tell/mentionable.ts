import { mentionedIn } from '#server/core/notify/mentions.ts'
import type { Scene } from '#server/modules/on-call/index.ts'

/** namedIn lists who of the site's people is named with an @ in a comment. */
export const namedIn = (scene: Scene, text: string): string[] =>
  mentionedIn(text, scene.people.filter(({ grants }) => grants.some(({ siteId }) => siteId === null || siteId === scene.siteId)))
