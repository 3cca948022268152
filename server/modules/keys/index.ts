export { createApiKey, type CreateApiKey, type CreatedKey } from './create-api-key.ts'
export { listApiKeys, revokeApiKey, revokeKeysOfSourceIn } from './revoke-api-key.ts'
export { forgetKeys, verifyApiKey, type KeyHolder } from './verify-api-key.ts'
