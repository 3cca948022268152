import { log } from '../platform/log.ts'
import { enqueue } from './client.ts'

/** ringAttachment says that an attachment waits to be checked. Its row is committed already, so a bell that cannot ring is only logged: the reconciler rings again. */
export function ringAttachment(ref: { readonly orgId: string; readonly id: string }, attempt?: string): void {
  const name = attempt === undefined ? `attachment.${ref.id}` : `attachment.${ref.id}.r${attempt}`
  void enqueue('attachment.check', name, ref).catch((error: unknown) => log.warn({ ...ref, error: String(error) }, 'doorbell lost; the reconciler will ring'))
}
