/** The URL without its password, fit to be shown: also of a URL too broken to be parsed, or without its beginning. */
export function maskUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^:/?#]*|(?![a-z][a-z0-9+.-]*:\/\/)[^:]*):[\s\S]*@/i, '$1:***@')
    .replace(/([?&](?:password|sslpassword)=)[^&#]*/gi, '$1***')
}
