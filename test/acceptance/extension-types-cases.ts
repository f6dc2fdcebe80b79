import type { Case } from './cases.ts'

/** A type that reads and prints texts as they are, and takes a number in brackets: stands in for one of an extension that no server here has. */
const standIn = (name: string): string => `
create type ${name};
create function ${name}_in(cstring) returns ${name} language internal immutable strict as 'textin';
create function ${name}_out(${name}) returns cstring language internal immutable strict as 'textout';
create function ${name}_typmod_in(cstring[]) returns int language internal immutable strict as 'varchartypmodin';
create function ${name}_typmod_out(int) returns cstring language internal immutable strict as 'varchartypmodout';
create type ${name} (input = ${name}_in, output = ${name}_out, typmod_in = ${name}_typmod_in, typmod_out = ${name}_typmod_out, like = text);`

/** The numbers of a vector's text are so many, and its length is one. */
const isUnit = (column: string, dimensions: number, table: string): string =>
  `select bool_and(jsonb_array_length(${column}::text::jsonb) = ${dimensions} and (select abs(1 - sum(x::float8 ^ 2)) < 0.001 from jsonb_array_elements_text(${column}::text::jsonb) x)) from ${table}`

/** Types that extensions bring: those that all servers here have, and the texts of those that none has. */
export const extensionTypesCases: readonly Case[] = [
  {
    name: 'types and indexes of extensions: numbers of books and goods, segments, dictionaries, arrays, trigrams',
    given: `create extension isn; create extension seg; create extension hstore; create extension intarray; create extension pg_trgm; create extension citext; create extension btree_gist;
            create table books (id serial primary key, a isbn13 not null, b ean13 not null, c issn, d upc, e isbn not null);
            create table samples (id serial primary key, a seg not null, b hstore not null, c hstore[] not null, d query_int not null, e int[] not null, f citext not null, g text not null);
            create index on samples using gist (a); create index on samples using gin (b); create index on samples using gin (e gin__int_ops); create index on samples using gist (e gist__int_ops);
            create index on samples using gin (g gin_trgm_ops); create index on samples using gist (f gist_trgm_ops);
            create table stays (id serial primary key, room int not null, name citext not null, during daterange not null, exclude using gist (room with =, during with &&));`,
    holds: [
      'select count(*) = 20 and count(distinct b) > 10 from books',
      'select count(*) = 20 from samples',
      'select count(*) = 20 from stays',
    ],
  },
  {
    name: 'vectors of their dimension and of length one, sparse ones, and places of a map, in the texts that pgvector and PostGIS read',
    given: `${['vector', 'halfvec', 'sparsevec', 'geometry', 'geography'].map(standIn).join('')}
            create table documents (id serial primary key, body text not null, embedding vector(384) not null, half halfvec(8), sparse sparsevec(100) not null, several vector(3)[] not null, any_size vector not null);
            create table shops (id serial primary key, name text not null, city text not null, location geography not null, area geometry not null, stops geometry[]);`,
    holds: [
      isUnit('embedding', 384, 'documents'),
      isUnit('half', 8, 'documents'),
      `select bool_and(sparse::text ~ '^\\{[0-9]+:-?[0-9.e-]+(,[0-9]+:-?[0-9.e-]+)*\\}/100$') from documents`,
      'select bool_and(jsonb_array_length(one::text::jsonb) = 3) from documents, unnest(several) one',
      `select count(*) = 20 and bool_and(location::text ~ '^SRID=4326;POINT\\(-?[0-9.]+ -?[0-9.]+\\)$') from shops`,
      `select bool_and(one::text ~ '^SRID=4326;POINT') from shops, unnest(array[area] || stops) one`,
    ],
  },
]
