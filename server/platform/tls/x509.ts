import type * as Library from '@peculiar/x509'

// The certificate library's container asks for metadata of decorators while it loads. It has none to give and works without.
const reflect = Reflect as typeof Reflect & Record<'getMetadata' | 'getOwnMetadata' | 'defineMetadata', unknown>
for (const name of ['getMetadata', 'getOwnMetadata', 'defineMetadata'] as const) reflect[name] ??= () => undefined

/** x509 loads the certificate library, which only a start that makes certificates needs. */
export const x509 = (): Promise<typeof Library> => import('@peculiar/x509')
