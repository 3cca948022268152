import * as z from 'zod'

/** ATTACHMENT_KINDS are what people attach: each has its own limit and its own kinds of content. */
const ATTACHMENT_KINDS = ['photo', 'voice', 'file', 'signature'] as const
/** attachmentKind parses what an attachment is. */
export const attachmentKind = z.enum(ATTACHMENT_KINDS)
export type AttachmentKind = z.infer<typeof attachmentKind>

/** attachmentState parses how far an attachment is: still being received, its content looked at, to be had, or refused with a reason. */
export const attachmentState = z.enum(['receiving', 'checking', 'ready', 'refused'])
export type AttachmentState = z.infer<typeof attachmentState>

/** ATTACHABLE is what an attachment can belong to. */
const ATTACHABLE = ['work-order'] as const
/** attachable parses what an attachment belongs to. */
export const attachable = z.enum(ATTACHABLE)
export type Attachable = z.infer<typeof attachable>

/** REFUSALS are the reasons, by key, for which an attachment's content is refused. */
export const REFUSALS = ['empty', 'type', 'not-for-kind', 'heic', 'markup', 'program', 'appended', 'macros', 'bomb', 'too-many-pixels', 'damaged'] as const
/** refusal parses a reason. */
export const refusal = z.enum(REFUSALS)
export type Refusal = z.infer<typeof refusal>
