import { z } from 'zod'
import { setting } from '../setting.ts'

const url = z.string().regex(/^postgres(ql)?:\/\//, 'a URL that begins with postgres://')

const remote = z.strictObject({
  url: setting(url, {
    description: 'The database as a postgres:// URL; without a password in it SUPABASE_DB_PASSWORD is used',
    examples: ['postgresql://postgres.abcdefghijklmnopqrst@aws-0-eu-west-1.pooler.supabase.com:5432/postgres'],
    group: 'Database',
    otherwise: 'made of ref and region',
  }),
  poolerUrl: setting(url, {
    description: 'The session pooler as the dashboard shows it; [YOUR-PASSWORD] is replaced by SUPABASE_DB_PASSWORD',
    examples: [
      'postgresql://postgres.abcdefghijklmnopqrst:[YOUR-PASSWORD]@aws-0-eu-west-1.pooler.supabase.com:5432/postgres',
    ],
    group: 'Database',
    otherwise: 'made of ref and region',
  }),
  ref: setting(z.string().regex(/^[a-z]{20}$/, 'a project ref: 20 lower-case letters'), {
    description: 'The ref of the project or branch',
    examples: ['abcdefghijklmnopqrst'],
    group: 'Database',
    otherwise: 'project_id of [remotes.NAME] in supabase/config.toml',
  }),
  region: setting(z.string().regex(/^(aws-\d+-)?[a-z]+-[a-z]+-\d+$/, 'a region, as eu-west-1 or aws-1-eu-west-1'), {
    description: 'Where its session pooler is; with aws-1- in front where it is not on aws-0',
    examples: ['eu-west-1', 'aws-1-eu-west-1'],
    group: 'Database',
    otherwise: 'not known: the direct host is used, which has an IPv6 address only',
  }),
  production: setting(z.boolean(), {
    description: 'True: nothing is written there unless its name is typed in on a terminal',
    examples: [true],
    group: 'Database',
    default: false,
  }),
})

/** Databases that are not on this machine. */
export const remotes = {
  remotes: setting(z.record(z.string().min(1), z.union([z.literal(false), remote])), {
    description:
      'Databases elsewhere, by the name of their branch, as [remotes.NAME] of supabase/config.toml has them; false marks production',
    examples: [{ preview: { region: 'eu-west-1' }, production: false }],
    group: 'Database',
    otherwise: 'those of supabase/config.toml',
  }),
}
