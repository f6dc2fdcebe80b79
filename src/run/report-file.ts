import { mkdir, open, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { writeDurably } from '../load/journal/durable.ts'
import type { Report } from '../model/reports/report.ts'
import { SeedError } from '../model/seed-error.ts'
import { PAGE_MARK, renderReportPage } from '../report/page/render-report-page.ts'

/** A place for a report page that may be written to. */
export interface ReportFile {
  /** As the user typed it. */
  readonly path: string
  /** Writes the page: whole or not at all. @throws SeedError `report-not-written`, exit code 1. */
  write(report: Report): Promise<void>
}

/**
 * Looks before a run whether its report page can be written, and makes the folder. An earlier report is written over, and so is an empty file; anything else
 * only with `overwrite`. @throws SeedError `report-file-taken`, `report-not-writable`
 */
export async function reportFile(
  path: string,
  { cwd, overwrite }: { readonly cwd: string; readonly overwrite: boolean },
): Promise<ReportFile> {
  const place = resolve(cwd, path)
  // A link keeps leading to the file.
  const file = await realpath(place).catch(() => place)
  try {
    await mkdir(dirname(file), { recursive: true })
  } catch (error) {
    throw notWritable(path, error)
  }
  const known = await stat(file).catch(() => null)
  if (known?.isDirectory()) throw notWritable(path, null)
  if (known !== null && known.size > 0 && !overwrite && !(await isOurs(file, path))) {
    throw new SeedError({
      code: 'report-file-taken',
      message: `${path} is there already and is no report of supa-seed. Nothing was written.`,
      place: { file: path },
      next: 'Name another file with --report, or add --yes to write over it.',
    })
  }
  return { path, write: (report) => write(file, path, report) }
}

async function isOurs(file: string, path: string): Promise<boolean> {
  const mark = Buffer.from(PAGE_MARK)
  try {
    const handle = await open(file)
    try {
      const { buffer } = await handle.read(Buffer.alloc(mark.length), 0, mark.length, 0)
      return buffer.equals(mark)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw notWritable(path, error)
  }
}

const notWritable = (path: string, error: unknown): SeedError =>
  new SeedError({
    code: 'report-not-writable',
    message: `No report can be written to ${path}: ${error === null ? 'it is a folder' : reasonOf(error)}. Nothing was written.`,
    place: { file: path },
    next: 'Name a file with --report that can be written.',
    cause: error,
  })

async function write(file: string, path: string, report: Report): Promise<void> {
  try {
    await writeDurably(file, renderReportPage(report))
  } catch (error) {
    throw new SeedError({
      code: 'report-not-written',
      message: `The run is over, but its report could not be written: ${reasonOf(error)}`,
      place: { file: path },
      next: 'Make room for it and run supa-seed seed again with --report: what is there stays as it is.',
      exitCode: 1,
      cause: error,
    })
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
