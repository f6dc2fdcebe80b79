import { lines } from './lines.ts'

/** A kind of file: its ending, its media type, its usual size in bytes and what files of this kind are called. */
export interface FileKind {
  readonly extension: string
  readonly mime: string
  /** Usual size on a logarithmic scale: from 0, tiny, to 1, huge. */
  readonly level: number
  readonly folder: string
  readonly names: readonly string[]
}

const documents = lines(
  'quarterly report | meeting notes | contract | invoice | offer | project plan | travel expenses | handbook | floor plan | job description | annual review | press release | price list | research summary | minutes | checklist | user guide | proposal | certificate | application',
)
const tables = lines(
  'budget | inventory | contacts | survey results | timesheet | sales figures | price list | guest list | stock count | measurements | newsletter subscribers | forecast | orders | attendance',
)
const pictures = lines(
  'team photo | product front | product side | hero image | logo | office entrance | summer party | workshop table | mountain lake | city skyline | portrait | screenshot | floor plan | garden gate | packaging draft | event poster | sunset harbour | receipt',
)
const slides = lines(
  'kick-off | pitch deck | onboarding | roadmap | all hands | quarterly review | workshop | training | product launch | research findings',
)
const clips = lines(
  'interview | product tour | webinar recording | introduction | drone footage | tutorial | customer story | event recap | lesson | demo',
)
const sounds = lines(
  'podcast episode | interview | voice memo | jingle | field recording | band rehearsal | lecture | audiobook chapter',
)
const bundles = lines(
  'backup | photos | website export | source files | brand assets | press kit | archive | fonts | translations | templates',
)

const kind = (extension: string, mime: string, level: number, folder: string, names: readonly string[]): FileKind =>
  Object.freeze({ extension, mime, level, folder, names })

/** Frequent kinds stand more than once. */
export const fileKinds: readonly FileKind[] = Object.freeze([
  kind('pdf', 'application/pdf', 0.55, 'documents', documents),
  kind('pdf', 'application/pdf', 0.55, 'documents', documents),
  kind('pdf', 'application/pdf', 0.5, 'contracts', documents),
  kind('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 0.4, 'documents', documents),
  kind('txt', 'text/plain', 0.1, 'notes', documents),
  kind('md', 'text/markdown', 0.1, 'notes', documents),
  kind('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 0.4, 'reports', tables),
  kind('csv', 'text/csv', 0.3, 'exports', tables),
  kind('json', 'application/json', 0.25, 'exports', tables),
  kind(
    'pptx',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    0.65,
    'presentations',
    slides,
  ),
  kind('jpg', 'image/jpeg', 0.6, 'images', pictures),
  kind('jpg', 'image/jpeg', 0.6, 'images', pictures),
  kind('jpg', 'image/jpeg', 0.6, 'uploads', pictures),
  kind('png', 'image/png', 0.5, 'images', pictures),
  kind('png', 'image/png', 0.5, 'screenshots', pictures),
  kind('webp', 'image/webp', 0.45, 'images', pictures),
  kind('svg', 'image/svg+xml', 0.15, 'graphics', pictures),
  kind('gif', 'image/gif', 0.5, 'images', pictures),
  kind('mp4', 'video/mp4', 0.9, 'videos', clips),
  kind('mov', 'video/quicktime', 0.95, 'videos', clips),
  kind('mp3', 'audio/mpeg', 0.7, 'audio', sounds),
  kind('wav', 'audio/wav', 0.8, 'audio', sounds),
  kind('zip', 'application/zip', 0.75, 'archives', bundles),
])
