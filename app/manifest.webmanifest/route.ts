/** dynamic lets the file be made once, with the build. */
export const dynamic = 'force-static'

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({ src: `/icons/${name}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose })

// The scope is everything, because signing in and the desk's pages open in the same window; the app itself begins at /m.
const MANIFEST = {
  id: '/m', name: 'Millwright', short_name: 'Millwright', description: 'Maintenance on the shop floor: work orders, with or without a network.',
  start_url: '/m', scope: '/', display: 'standalone', orientation: 'any', lang: 'en', dir: 'auto', background_color: '#fdfdfd', theme_color: '#fdfdfd', categories: ['business', 'productivity'],
  icons: [icon('icon-192', 192, 'any'), icon('icon-512', 512, 'any'), icon('maskable-192', 192, 'maskable'), icon('maskable-512', 512, 'maskable')],
  shortcuts: [{ name: 'My work', url: '/m' }, { name: 'Settings', url: '/m/settings' }],
}

/** GET is the manifest by which a browser installs the tablet's app. */
export const GET = (): Response => new Response(JSON.stringify(MANIFEST), { headers: { 'content-type': 'application/manifest+json' } })
