const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

// Two identifiers that stay the same for one certificate, so that installing twice is not two profiles (RFC 9562, version 8: free content).
const uuidOf = (hash: string, at: number): string => {
  const part = hash.slice(at, at + 32)
  return `${part.slice(0, 8)}-${part.slice(8, 12)}-8${part.slice(13, 16)}-8${part.slice(17, 20)}-${part.slice(20, 32)}`.toUpperCase()
}

/** appleProfile is a configuration profile that brings one root certificate (DER) to an iPad, iPhone or Mac; `hash` is 64 hexadecimal digits of its content. */
export function appleProfile(certificate: Uint8Array, name: string, hash: string): string {
  const lines = Buffer.from(certificate).toString('base64').match(/.{1,64}/g)?.join('\n') ?? ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>millwright.${hash.slice(0, 16)}</string>
  <key>PayloadUUID</key><string>${uuidOf(hash, 0)}</string>
  <key>PayloadDisplayName</key><string>${escaped(name)}</string>
  <key>PayloadDescription</key><string>Lets this device trust the Millwright installation of your plant.</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>millwright.${hash.slice(0, 16)}.root</string>
      <key>PayloadUUID</key><string>${uuidOf(hash, 32)}</string>
      <key>PayloadDisplayName</key><string>${escaped(name)}</string>
      <key>PayloadContent</key>
      <data>
${lines}
      </data>
    </dict>
  </array>
</dict>
</plist>
`
}
