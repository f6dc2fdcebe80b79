import { printable } from '../../report/printable.ts'
import { renderDemo } from '../../report/render-demo.ts'
import { renderFindings } from '../../report/render-findings.ts'
import { type Context, say, show } from '../context.ts'
import { showDemoSteps } from '../demo-steps.ts'

/** `supa-seed demo`: an application in a folder, seeded on an embedded database, to look at and to play with. */
export async function demo(context: Context): Promise<number> {
  const { flags, terminal, signal, page } = context
  const { reportFile, runDemo } = await import('../../run.ts')
  const file =
    flags.report === undefined
      ? null
      : await reportFile(flags.report, { cwd: terminal.cwd, overwrite: flags.yes ?? false })
  say(context, `${page.style.bold('supa-seed demo')}: a community for people who sleep outside\n`)
  const steps = showDemoSteps(context)
  try {
    const result = await runDemo({
      cwd: terminal.cwd,
      signal,
      onStep: steps.onStep,
      onProgress: steps.onProgress,
      ...(flags.dir === undefined ? {} : { dir: flags.dir }),
    })
    const { report, verify } = result
    show(
      context,
      result,
      (page) => renderDemo(result, page),
      (page) => renderFindings([...report.errors, ...report.warnings, ...verify.findings], page),
    )
    await file?.write(report)
    if (file !== null) say(context, `\nReport: ${printable(file.path)}`)
    return result.ok ? 0 : 1
  } finally {
    steps.end()
  }
}
