import { failed, type Parsed, type Problem } from '../problem.ts'
import { shortened } from '../shortened.ts'
import { type Content, gather } from './content.ts'
import { itemContent } from './item-content.ts'
import { parseYamlDocuments } from './parse-yaml.ts'
import { linesAt, placeIn } from './place-in.ts'

/** Characters: YAML takes its time. */
const LONGEST = 1024 * 1024

/** YAML: a mapping is one item, a list of them an item each; so is each document between lines of `---`. */
export function parseYamlItems(text: string): Parsed<readonly Content[]> {
  if (text.length > LONGEST)
    return failed({
      line: null,
      message: 'The YAML file is too long.',
      expected: `at most ${LONGEST} characters`,
      found: `${text.length}`,
      next: 'Cut it into smaller files, or write it as JSON.',
    })
  const documents = parseYamlDocuments(text)
  const values = documents.flatMap(({ raw, starts }): readonly { value: unknown; at: number; listed: boolean }[] => {
    if ('message' in raw) return []
    if (!Array.isArray(raw.value)) return [{ value: raw.value, at: starts[0] ?? 0, listed: false }]
    return raw.value.map((value: unknown, i) => ({ value, at: starts[i] ?? 0, listed: true }))
  })
  const many = documents.length > 1 || values.some(({ listed }) => listed)
  const lines = linesAt(
    text,
    values.map(({ at }) => at),
  )
  const made = values.map(({ value }, i) =>
    itemContent(value, { many, number: i + 1, line: lines[i] ?? 1 }, 'Write it as name: value.'),
  )
  const { value, problems } = gather(made)
  return {
    value,
    problems: shortened([
      ...documents.flatMap(({ raw }) => ('message' in raw ? [broken(raw, text)] : [])),
      ...problems,
    ]),
  }
}

const broken = ({ message, at }: { message: string; at: number }, text: string): Problem => ({
  ...placeIn(text, at),
  message: `The file is not YAML: ${(message.split('\n')[0] ?? '').replace(/\p{Cc}+/gu, ' ').replace(/[:.]+$/, '')}.`,
  expected: 'YAML: key: value, one for each line',
  found: 'something else',
  next: 'Put texts with a colon, # or quotes in them into quotes.',
})
