/** decoderPath is where this server has the code that reads codes (WebAssembly); the hash of its content (SHA-256, hex) is its name. */
export const decoderPath = (sha256: string): string => `/m/decoder/${sha256}.wasm`
