import { sweepAttachments, uncheckedAttachments } from '#server/modules/attachments/index.ts'
import { listOrganizations } from '#server/modules/organizations/index.ts'
import { now } from '#server/platform/clock.ts'
import { ringAttachment } from '#server/queue/attachments.ts'

const OVERDUE_MS = 20_000

/** reconcileAttachments rings again for attachments that wait to be checked and that nobody checks. */
export async function reconcileAttachments(): Promise<void> {
  for (const { id } of await listOrganizations()) for (const ref of await uncheckedAttachments(id, OVERDUE_MS)) ringAttachment(ref, String(now().getTime()))
}

/** sweepAll gives up uploads that never arrived, and removes bytes that are not needed any more. */
export async function sweepAll(): Promise<void> {
  for (const { id } of await listOrganizations()) await sweepAttachments(id)
}
