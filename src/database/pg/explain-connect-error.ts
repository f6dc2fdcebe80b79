import { SeedError, type SeedErrorParts } from '../../model/seed-error.ts'
import { isLocalHost } from '../is-local-host.ts'
import { directRef, sessionPoolerUrl } from '../supabase-hosts.ts'
import type { UrlParts } from './read-url.ts'

type Told = Pick<SeedErrorParts, 'code' | 'message' | 'next'>

/** Says why a server could not be reached and what to do next. Decides by codes; words only where they are the driver's or the pooler's own. */
export function explainConnectError(error: unknown, parts: UrlParts, source: string): SeedError {
  if (error instanceof SeedError) return error
  const cause = innermost(error)
  const told = fromNetwork(cause, parts) ?? fromTls(cause, parts) ?? fromServer(cause, parts) ?? other(cause)
  return new SeedError({
    ...told,
    found: `${parts.user || '(no user)'}@${where(parts)}/${parts.database} (from ${source})`,
    cause: error,
  })
}

interface Cause {
  readonly code: string
  readonly message: string
  readonly routine: string
}

/** Node tries every address of a host; of several failures the refusal says the most. */
function innermost(error: unknown): Cause {
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [error]
  const causes = inner.map((each) => {
    const { code, message, routine } = each as { code?: string; message?: string; routine?: string }
    return { code: code ?? '', message: message ?? String(each), routine: routine ?? '' }
  })
  return causes.find((each) => each.code === 'ECONNREFUSED') ?? causes[0] ?? { code: '', message: '', routine: '' }
}

const where = ({ host, port }: UrlParts): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`)

function fromNetwork({ code, message }: Cause, parts: UrlParts): Told | undefined {
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return {
        code: 'connection-refused',
        message: `Nothing answers at ${where(parts)}.`,
        next: isLocalHost(parts.host)
          ? 'Start the database (supabase start), or correct host and port.'
          : 'Correct host and port; a paused Supabase project is woken in its dashboard.',
      }
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return (
        onlyIpv6(parts, 'Nothing here finds an IPv4 address of') ?? {
          code: 'host-not-found',
          message: `There is no host named ${parts.host}.`,
          next: 'Correct the host; the dashboard shows it under Connect. A deleted or paused Supabase project has none.',
        }
      )
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'EADDRNOTAVAIL':
      return (
        onlyIpv6(parts, 'There is no route to') ?? {
          code: 'network-unreachable',
          message: `There is no route to ${where(parts)}.`,
          next: 'Check host, network and VPN; where the host has an IPv6 address only, use one with an IPv4 address.',
        }
      )
    case 'ECONNRESET':
    case 'EPIPE':
      return lost(parts)
    default: {
      if (code === '' && /^Connection terminated( unexpectedly)?$/.test(message)) return lost(parts)
      if (code !== 'ETIMEDOUT' && !/timeout expired/.test(message)) return undefined
      return {
        code: 'connection-timeout',
        message: `${where(parts)} did not answer in time.`,
        next: 'Check host, port and firewall (network restrictions of the project), or give it longer with ?connect_timeout=60.',
      }
    }
  }
}

/** The direct host of a Supabase project. Most networks that build and test have IPv4 only. */
function onlyIpv6(parts: UrlParts, symptom: string): Told | undefined {
  const ref = directRef(parts.host)
  if (ref === null) return undefined
  return {
    code: 'network-unreachable',
    message: `${symptom} ${where(parts)}, the direct host of a Supabase project. IPv6 only: use the session pooler URL.`,
    next: `It has the form ${sessionPoolerUrl(ref, 'aws-N-REGION', 'PASSWORD')} and stands in the dashboard under Connect, Session pooler; with --remote: remotes: { NAME: { region: 'eu-west-1' } } or { poolerUrl } in the configuration. (A deleted or paused project has no host at all.)`,
  }
}

const lost = (parts: UrlParts): Told => ({
  code: 'connection-lost',
  message: `${where(parts)} closed the connection before it was ready.`,
  next: 'Check that a Postgres server listens there, and try again.',
})

const UNTRUSTED = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_SIGNATURE_FAILURE',
])

function fromTls({ code, message, routine }: Cause, parts: UrlParts): Told | undefined {
  if (UNTRUSTED.has(code)) {
    return {
      code: 'tls-self-signed',
      message: `The certificate of ${parts.host} is not signed by an authority that is known here (${code}).`,
      next: 'Name its root certificate with ?sslmode=verify-full&sslrootcert=FILE (Supabase: Database settings, SSL), or use ?sslmode=require.',
    }
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      code: 'tls-wrong-host',
      message: `The certificate is not made out to ${parts.host}.`,
      next: 'Use the host name that the certificate names, or ?sslmode=verify-ca.',
    }
  }
  if (message === 'The server does not support SSL connections') {
    return {
      code: 'tls-unsupported',
      message: `${where(parts)} does not speak TLS, and the URL requires it.`,
      next: 'Use ?sslmode=disable, if the way to the server is safe.',
    }
  }
  // pg_hba.conf has no line for this user without encryption, or none at all.
  if (code === '28000' && routine === 'ClientAuthentication') {
    const plain = parts.parameters.get('sslmode') === 'disable'
    return {
      code: plain ? 'tls-required' : 'access-denied',
      message: `The server refuses ${parts.user} at ${parts.database}: ${message}`,
      next: plain ? 'Use ?sslmode=require.' : 'Allow this host and user in pg_hba.conf, or use another user.',
    }
  }
  return undefined
}

function fromServer({ code, message, routine }: Cause, parts: UrlParts): Told | undefined {
  if (/^SASL: .*password must be/.test(message)) {
    return {
      code: 'password-wrong',
      message: `The server asks ${parts.user} for a password, and the URL has none.`,
      next: PASSWORD,
    }
  }
  if (/tenant or user not found|ENOTFOUND.*tenant/i.test(message)) {
    return {
      code: 'pooler-tenant-unknown',
      message: `The pooler ${parts.host} knows no project for the user ${parts.user}.`,
      next: 'The user is postgres.PROJECT-REF and the host names the region of the project: copy the URL anew from Connect in the dashboard (some regions have aws-1- in front, not aws-0-).',
    }
  }
  switch (code) {
    case '28P01':
      return { code: 'password-wrong', message: `The password of ${parts.user} is wrong.`, next: PASSWORD }
    case '28000':
      return routine === 'InitializeSessionUserId' || routine === ''
        ? {
            code: 'role-does-not-exist',
            message: `The server has no role ${parts.user} that may log in: ${message}`,
            next: 'Correct the user in the URL.',
          }
        : {
            code: 'access-denied',
            message: `The server refuses ${parts.user}: ${message}`,
            next: 'Use a role that may log in.',
          }
    case '3D000':
      return {
        code: 'no-such-database',
        message: `The server has no database ${parts.database}.`,
        next: 'Correct the name after the last slash of the URL (Supabase: postgres), or create the database.',
      }
    case '53300':
      return {
        code: 'too-many-connections',
        message: 'The server has no connection left.',
        next: 'Close other programs that hold connections, or use --jobs 1.',
      }
    case '57P03':
      return {
        code: 'server-starting',
        message: `The server is starting up or shutting down: ${message}`,
        next: 'Try again in a moment.',
      }
    default:
      return undefined
  }
}

const PASSWORD =
  'Correct the password in the URL, with special characters encoded (@ as %40). Supabase: Database settings, Reset database password; locally it is postgres.'

function other({ code, message }: Cause): Told {
  return {
    code: 'connection-failed',
    message: `The connection could not be made: ${message || code || 'no reason given'}`,
    next: 'Try the same URL with psql; it must be one of the database, not of the project’s API.',
  }
}
