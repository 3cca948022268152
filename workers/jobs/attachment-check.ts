import { checkAttachment, type AttachmentRef } from '#server/modules/attachments/index.ts'

/** checkArrived looks at the content of an attachment that has arrived. Decoding happens in threads of the picture library, so this process stays responsive. */
export const checkArrived = (ref: AttachmentRef): Promise<void> => checkAttachment(ref)
