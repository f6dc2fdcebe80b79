/** Internal names of types by what can be done with them. */
export const INTEGERS: readonly string[] = ['int2', 'int4', 'int8', 'oid']
export const NUMBERS: readonly string[] = [...INTEGERS, 'numeric', 'float4', 'float8', 'money']
export const TEXTS: readonly string[] = ['text', 'varchar', 'bpchar', 'citext', 'name', 'char', 'unknown']
export const INSTANTS: readonly string[] = ['date', 'timestamp', 'timestamptz']
export const TIMES: readonly string[] = ['time', 'timetz']
export const JSONS: readonly string[] = ['json', 'jsonb']
