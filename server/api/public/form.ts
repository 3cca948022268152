import { PUBLIC_BODY_BYTES, PUBLIC_FILE_BYTES } from '#server/core/public/limits.ts'
import { limited } from '../limited.ts'

/** Field reads a field of a form as text; an absent one is undefined. */
export type Field = (name: string) => string | undefined

/** PublicForm is a form that was sent: its fields, and the files that were chosen. */
export interface PublicForm {
  readonly field: Field
  readonly files: readonly File[]
  /** One of them is larger than may be; none is given then. */
  readonly tooLarge: boolean
}

async function parse(request: Request): Promise<FormData | null> {
  try {
    return await request.formData()
  } catch (error) {
    // What is no form, or a broken one.
    if (error instanceof TypeError) return null
    throw error
  }
}

/** readForm reads a form of at most so many bytes; null when it is larger, or no form at all. */
export async function readForm(request: Request, fileName: string): Promise<PublicForm | null> {
  const bounded = await limited(request, PUBLIC_BODY_BYTES)
  const form = bounded && (await parse(bounded))
  if (!form) return null
  const files = form.getAll(fileName).filter((one) => one instanceof File && one.size > 0) as File[]
  const tooLarge = files.some(({ size }) => size > PUBLIC_FILE_BYTES)
  return {
    field: (name) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : undefined
    },
    files: tooLarge ? [] : files,
    tooLarge,
  }
}
