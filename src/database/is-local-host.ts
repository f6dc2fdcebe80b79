/** Is this host the machine we run on: loopback, or a folder of unix sockets? */
export function isLocalHost(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|::1|0\.0\.0\.0|\/.*)$/i.test(host)
}
