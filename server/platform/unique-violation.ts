import * as z from 'zod'

// What Prisma's pg adapter says of PostgreSQL's error 23505, and what pg itself says.
const prismaShape = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.literal('23505'), constraint: z.object({ index: z.string() }) }) }) }),
})
const pgShape = z.object({ code: z.literal('23505'), constraint: z.string() })

/** violatedIndex names the unique index that an error is about; null for any other error. */
export function violatedIndex(error: unknown): string | null {
  const prisma = prismaShape.safeParse(error)
  if (prisma.success) return prisma.data.meta.driverAdapterError.cause.constraint.index
  const plain = pgShape.safeParse(error)
  return plain.success ? plain.data.constraint : null
}
