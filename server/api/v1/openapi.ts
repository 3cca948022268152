import * as z from 'zod'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { problemSchema } from './schemas.ts'

const ALWAYS = [401, 403, 422, 429, 503]
const MEANING: Readonly<Record<number, string>> = {
  200: 'Done', 202: 'Accepted and durable', 401: 'No valid key', 403: 'The key may not do this', 404: 'Does not exist, or not for this key',
  409: 'The batch key was used before with other content', 413: 'Too large', 422: 'Does not fit', 429: 'Too many; see Retry-After', 503: 'Not available just now; see Retry-After',
}

type Json = Readonly<Record<string, unknown>>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return rest
}

const parametersOf = (place: 'path' | 'query' | 'header', schema: z.ZodObject | undefined): Json[] =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(field as z.ZodType, undefined).success,
    schema: schemaOf(field as z.ZodType, 'input'),
    ...(place === 'query' ? { style: 'form', explode: false } : {}),
  }))

const errorsOf = (operation: Operation): Json =>
  Object.fromEntries(
    [...ALWAYS, ...operation.errors].sort().map((status) => [
      String(status),
      {
        description: MEANING[status] ?? 'Error',
        ...(status === 429 || status === 503 ? { headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } } } : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )

const describe = (operation: Operation): Json => ({
  operationId: operation.id,
  summary: operation.summary,
  description: `Needs a key made for ${operation.scopes.join(' or ')}.`,
  security: [{ key: [] }],
  parameters: [...parametersOf('path', operation.params), ...parametersOf('query', operation.query), ...parametersOf('header', operation.headers)],
  ...(operation.body
    ? { requestBody: { required: true, content: Object.fromEntries(operation.body.types.map((type) => [type, { schema: operation.body && schemaOf(operation.body.schema, 'input') }])) } }
    : {}),
  responses: {
    [String(operation.status)]: { description: MEANING[operation.status], content: { 'application/json': { schema: schemaOf(operation.response, 'output') } } },
    ...errorsOf(operation),
  },
})

/** openApiDocument describes the REST API (OpenAPI 3.1), made from the schemas that the routes themselves parse by. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of OPERATIONS) (paths[operation.path] ??= {})[operation.method] = describe(operation)
  return {
    openapi: '3.1.0',
    info: { title: 'Millwright', version: '1', description: 'Readings in, work orders out. Errors are problem details (RFC 9457).' },
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  }
}

/** getOpenApi answers the description of the REST API; it holds no data, so no key is needed. */
export const getOpenApi = (): Response => Response.json(openApiDocument(), { headers: { 'cache-control': 'public, max-age=300' } })
