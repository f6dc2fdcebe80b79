import type { AssetProblem, ParsedAsset, RawAsset } from '../../model/assets/loaded-assets.ts'
import type { Value } from '../../model/value.ts'
import { decodeText } from '../../sources/files/decode-text.ts'
import { factsOf } from '../../sources/files/facts-of.ts'
import type { Content } from '../../sources/files/formats/content.ts'
import { TEXT_FORMATS } from '../../sources/files/formats/formats.ts'
import { describedImage } from '../../sources/files/images/described-image.ts'
import { ImageError } from '../../sources/files/images/image-error.ts'
import { readImage } from '../../sources/files/images/read-image.ts'
import { type Problem, spoils } from '../../sources/files/problem.ts'
import { saidOf } from './said-of.ts'

const READING = { per: 'file', csv: { delimiter: null, header: true, columns: null } } as const

type Parts = Pick<ParsedAsset, 'frontmatter' | 'body' | 'items' | 'image'> & { readonly problems: readonly Problem[] }

const NOTHING: Parts = { frontmatter: {}, body: null, items: [], image: null, problems: [] }

/** What a file says that was read elsewhere; never throws because of what is in it. */
export function parseAsset({ path, content }: RawAsset): ParsedAsset {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
  const facts = factsOf(path.split('\\').join('/'), bytes.length)
  const isImage = facts.type.startsWith('image/')
  const { problems, ...parts } = isImage ? ofImage(bytes, facts.type, facts.stem) : ofText(bytes, facts.extension)
  const told = (wanted: boolean): AssetProblem[] =>
    problems
      .filter((one) => spoils(one) === wanted)
      .map(({ line, column, next, code, ...one }) => ({
        ...one,
        code: code ?? 'asset-unreadable',
        file: path,
        line,
        column: column ?? null,
        hint: next,
      }))
  return {
    name: facts.name,
    path,
    file: parts.image === null ? facts : { ...facts, type: parts.image.type },
    metadata: parts.image === null ? (parts.items.length === 1 ? (parts.items[0] ?? {}) : {}) : { ...parts.image },
    ...parts,
    errors: told(true),
    warnings: told(false),
  }
}

function ofImage(bytes: Buffer, type: string, stem: string): Parts {
  try {
    const { facts, notes } = readImage(bytes, type)
    return { ...NOTHING, image: saidOf(describedImage(facts, stem, null)), problems: notes }
  } catch (error) {
    if (!(error instanceof ImageError)) throw error
    return { ...NOTHING, problems: [error.problem] }
  }
}

function ofText(bytes: Buffer, extension: string): Parts {
  const parse = TEXT_FORMATS.get(extension)
  if (parse === undefined) return NOTHING
  const decoded = decodeText(bytes, /^[ct]sv$/.test(extension))
  if ('problem' in decoded) return { ...NOTHING, problems: [decoded.problem] }
  const { value, problems } = parse(decoded.text, READING)
  const contents = value ?? []
  const single = contents.length === 1 ? contents[0] : undefined
  return {
    frontmatter: saidOf(single?.frontmatter ?? {}),
    body: single?.body ?? null,
    items: contents.flatMap((one) => saidOf(fieldsOf(one)) ?? []),
    image: null,
    problems: decoded.note === null ? problems : [decoded.note, ...problems],
  }
}

const fieldsOf = ({ frontmatter, json, csv }: Content): Value | Content['frontmatter'] => frontmatter ?? csv ?? json
