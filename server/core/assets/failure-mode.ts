import * as z from 'zod'
import { message } from '../kernel/message.ts'

/** modeText parses the words of a failure mode that comes with the product, for the reader's language. */
export const modeText = z.object({ name: message, consequence: message })
export type ModeText = z.infer<typeof modeText>

/** FailureModeView is a failure mode as screens name it: plain names for the record, and messages where it comes with the product. */
export interface FailureModeView {
  readonly code: string
  readonly name: string
  readonly consequence: string | null
  readonly text: ModeText | null
}

/** failureModeView shapes a stored failure mode; words that are not understood leave the plain ones. */
export const failureModeView = ({ code, name, consequence, text }: { code: string; name: string; consequence: string | null; text: unknown }): FailureModeView =>
  ({ code, name, consequence, text: modeText.safeParse(text).data ?? null })
