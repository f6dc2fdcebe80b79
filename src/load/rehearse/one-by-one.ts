import type { Queryable } from '../../model/database.ts'
import { withoutHashes } from '../../model/without-hashes.ts'
import type { Refused } from './refused.ts'

/** A statement that writes one row: its parameters are arrays of one text each. `rows`: their values in that order. */
export interface EachRow {
  readonly sql: string
  readonly rows: readonly (readonly (string | null)[])[]
  /** Says what it means that the statement finds nothing to do, and raises no error. */
  readonly dropped: string
  /** Constraints that are checked after the statement only, as SET CONSTRAINTS names them. */
  readonly late?: readonly string[]
}

/** What became of the rows, by their places in the order given, from 0. */
export interface OneByOne {
  /** Rows that were tried; those that follow were not, since time was up. */
  readonly tried: number
  readonly refused: readonly number[]
  /** Of the first one. */
  readonly why: Refused | null
}

interface Told {
  readonly tried: number
  readonly refused: readonly number[]
  readonly code: string | null
  readonly message: string | null
}

/** Milliseconds after which no further row is begun: a statement has its time limit, and somebody may want to interrupt. */
const MOST_TIME = 2000
const IMMEDIATE = 'set constraints all immediate'
/** Stands for a row that did not arrive. Not a code of Postgres, nor one that a trigger would raise. */
const DROPPED = 'SEED0'

/**
 * Writes rows one after the other, each in a subtransaction of its own that is undone where the database refuses. All of it happens on the server: one message,
 * where halving takes four for each row that is refused.
 * @throws DatabaseError for what says nothing about rows: locks, the connection, time; where PL/pgSQL is not at hand, too.
 */
export async function oneByOne(tx: Queryable, { sql, rows, dropped, late = [] }: EachRow): Promise<OneByOne> {
  await tx.query(
    `select pg_catalog.set_config('supa_seed.statement', $1, true), pg_catalog.set_config('supa_seed.rows', $2, true),
      pg_catalog.set_config('supa_seed.before', $3, true)`,
    [sql, JSON.stringify(rows), late.length === 0 ? IMMEDIATE : `set constraints ${late.join(', ')} deferred`],
  )
  await tx.execute(loop(rows[0]?.length ?? 0))
  const [row] = await tx.query<{ told: Told }>(`select pg_catalog.current_setting('supa_seed.told')::json as told`)
  const { tried, refused, code, message } = row?.told ?? { tried: 0, refused: [], code: null, message: null }
  if (code === null) return { tried, refused, why: null }
  const why = (code === DROPPED ? dropped : withoutHashes(message ?? '')).replaceAll(/\s+/g, ' ').trim()
  return { tried, refused, why: { why, code: code === DROPPED ? 'dropped' : code } }
}

/** Conflicts with others and lost connections are raised again; a statement that is cancelled is not caught at all. */
const loop = (width: number): string => `
do $supa_seed$
declare
  supa_seed_sql constant text := pg_catalog.current_setting('supa_seed.statement');
  supa_seed_row record;
  supa_seed_count int8;
  supa_seed_code text;
  supa_seed_message text;
  supa_seed_first_code text;
  supa_seed_first_message text;
  supa_seed_tried int := 0;
  supa_seed_refused int[] := '{}';
begin
  for supa_seed_row in
    select one, place::int from pg_catalog.jsonb_array_elements(pg_catalog.current_setting('supa_seed.rows')::jsonb)
      with ordinality as given (one, place) order by place
  loop
    exit when supa_seed_tried > 0 and pg_catalog.clock_timestamp() > pg_catalog.statement_timestamp() + interval '${MOST_TIME} ms';
    supa_seed_tried := supa_seed_row.place;
    begin
      execute pg_catalog.current_setting('supa_seed.before');
      execute supa_seed_sql using ${Array.from({ length: width }, (_, i) => `array[supa_seed_row.one ->> ${i}]`).join(', ')};
      get diagnostics supa_seed_count = row_count;
      if supa_seed_count < 1 then
        raise exception using errcode = '${DROPPED}', message = 'dropped';
      end if;
      ${IMMEDIATE};
    exception when assert_failure or others then
      get stacked diagnostics supa_seed_code = returned_sqlstate, supa_seed_message = message_text;
      if supa_seed_code in ('40001', '40P01', '55P03', '53300') or supa_seed_code like '08%' or supa_seed_code like '57P%' or supa_seed_code = '25P03' then
        raise;
      end if;
      supa_seed_first_code := coalesce(supa_seed_first_code, supa_seed_code);
      supa_seed_first_message := coalesce(supa_seed_first_message, supa_seed_message);
      supa_seed_refused := supa_seed_refused || (supa_seed_row.place - 1);
    end;
  end loop;
  perform pg_catalog.set_config('supa_seed.told', pg_catalog.json_build_object('tried', supa_seed_tried, 'refused', supa_seed_refused,
    'code', supa_seed_first_code, 'message', supa_seed_first_message)::text, true);
end $supa_seed$`
