import { draftOf, newDraft, type SourceDraft } from './draft.ts'
import type { StoredSource } from './place.ts'

/** sourceDraft makes a draft of a stored source; settings that nobody can read begin anew, with the source's own id as the client's name. */
export function sourceDraft({ id, kind, name, siteId, settings }: Pick<StoredSource, 'id' | 'kind' | 'name' | 'siteId' | 'settings'>): SourceDraft {
  const empty = newDraft(siteId, `millwright-${id}`)
  return { ...empty, name, kind: kind === 'http' ? 'http' : 'mqtt', mqtt: settings?.kind === 'mqtt' ? draftOf(settings.config) : empty.mqtt }
}
