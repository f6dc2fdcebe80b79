import type { BuiltTable } from './built-table.ts'

const PLAIN = new Set(['text', 'integer', 'bigint', 'numeric', 'date', 'timestamp', 'timestamptz'])

/** The trigger of a table, where it has columns for it. */
export function triggerOf({ name, at, from, columns, key }: BuiltTable): string[] {
  // What a trigger writes must pass: columns of plain types without checks.
  const first = (family: string): string | undefined =>
    columns.find(
      (column, n) =>
        column.family === family &&
        !key.includes(column) &&
        PLAIN.has(column.type) &&
        from.columns[n - key.length]?.checks.length === 0,
    )?.name
  const [number, text, time] = [first('number'), first('text'), first('time')]
  const bodies: Readonly<Record<string, string | undefined>> = {
    lower: text && `new.${text} := lower(new.${text});`,
    fill: number && `new.${number} := coalesce(new.${number}, 7);`,
    touch: time && `new.${time} := date '2024-05-05';`,
    'refuses some': number && `if new.${number} > 500 then raise exception 'too much'; end if;`,
    'refuses all': `raise exception 'nothing may be added here';`,
    log: `insert into log${at} (of_table) values (tg_table_name);`,
  }
  const body = bodies[from.trigger]
  if (body === undefined) return []
  const when = from.trigger === 'log' ? 'after' : 'before'
  return [
    ...(from.trigger === 'log' ? [`create table log${at} (id bigserial primary key, of_table text not null);`] : []),
    `create function f${at}() returns trigger language plpgsql as $body$ begin ${body} return new; end $body$;`,
    `create trigger "on${at}" ${when} insert on ${name} for each row execute function f${at}();`,
  ]
}
