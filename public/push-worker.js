// Shows what the server tells while no page of Millwright is open, and leads there. It does nothing else.
self.addEventListener('push', (event) => {
  const told = event.data ? event.data.json() : {}
  event.waitUntil(self.registration.showNotification(told.title ?? 'Millwright', {
    body: told.body ?? '', tag: told.tag, renotify: Boolean(told.tag), requireInteraction: Boolean(told.urgent), icon: '/icon.svg', data: { url: told.url ?? '/' },
  }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const url = new URL(event.notification.data?.url ?? '/', self.location.origin)
  // A message leads into this installation and nowhere else.
  const target = url.origin === self.location.origin ? url.href : self.location.origin
  event.waitUntil(self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((open) => {
    const [page] = open
    return page ? page.focus().then(() => page.navigate(target)) : self.clients.openWindow(target)
  }))
})
