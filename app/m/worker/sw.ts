// The tablet's service worker. It answers from what it stored with its own build: the shell for every address of the tablet, and the
// files that the shell needs. It stores nothing else: no answers of the API, and nothing of any person.
import { Serwist, type PrecacheEntry } from 'serwist'

declare const self: { readonly __SW_MANIFEST: (PrecacheEntry | string)[] }

new Serwist({
  cacheId: 'millwright-tablet',
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: {
    cleanupOutdatedCaches: true,
    // From the store first: the stored shell and the stored files are of one build, and it opens as fast without a network as with one.
    navigateFallback: '/m',
    navigateFallbackAllowlist: [/^\/m(\/|$)/],
    navigateFallbackDenylist: [/^\/m\/worker\//],
  },
  // A newer worker waits until the page says that everything is sent (SKIP_WAITING).
  skipWaiting: false,
  clientsClaim: true,
}).addEventListeners()
