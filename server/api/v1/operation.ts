import type * as z from 'zod'
import type { Scope } from '#server/core/people/permissions.ts'

/** Operation describes one REST call: what it takes, what it answers and which key it needs. OpenAPI is made from it. */
export interface Operation {
  readonly id: string
  readonly method: 'get' | 'post'
  readonly path: string
  readonly summary: string
  /** A key with one of these scopes is needed. */
  readonly scopes: readonly Scope[]
  readonly query?: z.ZodObject
  readonly params?: z.ZodObject
  readonly headers?: z.ZodObject
  readonly body?: { readonly schema: z.ZodType; readonly types: readonly string[] }
  readonly status: 200 | 202
  readonly response: z.ZodType
  /** Errors besides those that every call may give. */
  readonly errors: readonly number[]
}
