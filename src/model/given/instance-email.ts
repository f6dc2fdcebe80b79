/** An address in one of several instances, which reaches the same mailbox: `alice+2@example.com`. Null for what is no address. */
export function instanceEmail(email: string, instance: number): string | null {
  const at = email.lastIndexOf('@')
  if (at < 1 || at === email.length - 1 || /\s/.test(email)) return null
  return instance === 1 ? email : `${email.slice(0, at)}+${instance}${email.slice(at)}`
}
