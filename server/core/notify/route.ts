import type { Channel } from './kinds.ts'

/** Place is one endpoint as far as its way is concerned. */
export interface EndpointPlace {
  readonly id: string
  readonly address: string
}

/** routeOf names what messages share a way with: the mail server, a push service, or one webhook. One that hangs holds up only its own. */
export function routeOf(channel: Channel | 'webhook', { id, address }: EndpointPlace): string {
  switch (channel) {
    case 'email':
      return 'smtp'
    case 'push':
      return `push:${URL.canParse(address) ? new URL(address).host : id}`
    case 'webhook':
      return `webhook:${id}`
  }
}

/** mostAtOnce is how many messages may be under way on a route at the same time. */
export const mostAtOnce = (route: string): number => (route.startsWith('webhook:') ? 1 : 4)
