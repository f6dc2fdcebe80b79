import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const picture = (name: string): Buffer => readFileSync(new URL(`../sources/pictures/${name}`, import.meta.url))

it('pictures fill columns by what they mean, and what they do not say stays empty', async () => {
  const database = await freshDatabase(
    'pg17',
    `create table photos (
       id int generated always as identity primary key, path text not null unique, mime_type text not null, width int not null, height int not null,
       alt_text text not null, caption text, taken_at timestamptz, camera text, latitude numeric(9, 6), longitude numeric(9, 6), credit text)`,
  )
  const root = projectFolder()
  putFiles(root, {
    'p/a.jpg': picture('lake.jpg'),
    'p/b.webp': picture('plain.webp'),
    'p/b.webp.json': '{"alt": "A tent", "caption": "In June", "credit": "Ada"}',
    'p/c.svg': '<svg/>',
  })
  const assetPools = {
    photos: { path: ['p/*.jpg', 'p/*.webp'] },
    drawings: {
      path: 'p/*.svg',
      table: 'photos',
      fields: {
        path: 'file.path',
        width: 'image.width | 10',
        alt_text: 'image.alt',
        camera: 'image.exif.Image.Model | null',
      },
    },
  }
  const report = await seedStory(database.db, { assetPools }, root)
  expect(report.errors).toEqual([])
  const rows = await database.raw(
    `select path, mime_type, width, height, alt_text, caption, taken_at at time zone 'UTC' taken, camera, latitude::text, longitude::text, credit from photos order by path`,
  )
  expect(rows).toMatchObject([
    {
      path: 'a.jpg',
      mime_type: 'image/jpeg',
      width: 40,
      height: 60,
      alt_text: 'A lake in the morning',
      taken: new Date(2024, 4, 1, 8, 20, 30),
      camera: 'Canon EOS R5',
      latitude: '47.510000',
      longitude: '-11.250000',
    },
    {
      path: 'b.webp',
      mime_type: 'image/webp',
      width: 60,
      height: 40,
      alt_text: 'A tent',
      caption: 'In June',
      taken: null,
      camera: null,
      latitude: null,
      credit: 'Ada',
    },
    { path: 'c.svg', width: 10, alt_text: 'C', camera: null },
  ])
  await database.drop()
})
