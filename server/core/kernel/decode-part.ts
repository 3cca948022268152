/** decodePart undoes the percent-encoding of one part of an address; a percent sign that belongs to a name, and so encodes nothing, stays as it is. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return part
    throw error
  }
}
