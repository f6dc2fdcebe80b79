import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../../load/journal/durable.ts'
import type { Lesson } from '../../model/lesson.ts'
import { SeedError } from '../../model/seed-error.ts'

const FILE = '.supa-seed/lessons.json'

const about = { table: z.string(), catalog: z.string(), why: z.string() }
const shape = z.object({
  version: z.literal(1),
  lessons: z.array(
    z.discriminatedUnion('kind', [
      z.object({ ...about, kind: z.literal('leave-out') }),
      z.object({ ...about, kind: z.literal('insert') }),
      z.object({ ...about, kind: z.literal('meets'), columns: z.array(z.string()) }),
      z.object({
        ...about,
        kind: z.literal('signed-in'),
        as: z.discriminatedUnion('by', [
          z.object({ by: z.literal('first'), users: z.string(), key: z.string() }),
          z.object({ by: z.literal('role'), role: z.string() }),
          z.object({ by: z.literal('column'), links: z.array(z.string()), column: z.string() }),
          z.object({ by: z.literal('user'), id: z.string() }),
        ]),
      }),
      z.object({
        ...about,
        kind: z.literal('skip-rows'),
        made: z.string(),
        rows: z.array(z.object({ from: z.int().min(0), to: z.int().min(1) })),
      }),
    ]),
  ),
})

/** What rehearsals found out, as it lies in the project. None where there is no such file. @throws SeedError `lessons-unreadable` */
export async function readLessons(root: string): Promise<readonly Lesson[]> {
  const text = await readFile(join(root, FILE), 'utf8').catch(() => null)
  if (text === null) return []
  const parsed = shape.safeParse(parse(text))
  if (parsed.success) return parsed.data.lessons
  throw new SeedError({
    code: 'lessons-unreadable',
    message: `${FILE} is not what supa-seed writes there.`,
    place: { file: FILE },
    found: parsed.error.issues[0]?.message ?? 'no JSON',
    next: 'Bring back the version that was committed, or remove the file: the next seed finds its lessons again.',
  })
}

/** Writes the lessons down, sorted, one a line, so that changes can be reviewed. None: the file goes. */
export async function writeLessons(root: string, lessons: readonly Lesson[]): Promise<void> {
  const file = join(root, FILE)
  if (lessons.length === 0) return rm(file, { force: true })
  const lines = sorted(lessons).map((lesson) => `    ${JSON.stringify(lesson)}`)
  const text = `{\n  "version": 1,\n  "lessons": [\n${lines.join(',\n')}\n  ]\n}\n`
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return
  await mkdir(dirname(file), { recursive: true })
  await writeDurably(file, text)
}

const sorted = (lessons: readonly Lesson[]): Lesson[] =>
  [...lessons].sort((a, b) => (`${a.table} ${a.kind}` < `${b.table} ${b.kind}` ? -1 : 1))

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
