/** LEAVE is the worker that development serves: it takes the place of one that a production build left in this browser, and goes. */
export const LEAVE = `
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(
  self.registration.unregister()
    .then(() => self.clients.matchAll({ type: 'window' }))
    .then((pages) => Promise.all(pages.map((page) => page.navigate(page.url)))),
))
`
