/**
 * Reads how many tests passed, failed and were skipped from the closing lines of Vitest, Japa or Node's test runner.
 *
 * @param {string} output everything the runner printed
 * @returns {{passed: number, failed: number, skipped: number}}
 */
export function countTests(output) {
  // eslint-disable-next-line no-control-regex -- colour codes begin with the escape character
  const lines = output.replace(/\u001b\[[0-9;]*m/g, '').split('\n')
  const summary = lines.filter((line) => /^\s*Tests\s+.*\d/.test(line)).join(' ')
  const number = (pattern, text) =>
    [...text.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0)
  if (summary) {
    return {
      passed: number(/(\d+) passed/g, summary),
      failed: number(/(\d+) failed/g, summary),
      skipped: number(/(\d+) (?:skipped|todo)/g, summary),
    }
  }
  const closing = lines
    .filter((line) => /^(ℹ|#) (pass|fail|skipped|todo|cancelled) \d+$/.test(line))
    .join('\n')
  return {
    passed: number(/ pass (\d+)/g, closing),
    failed: number(/ (?:fail|cancelled) (\d+)/g, closing),
    skipped: number(/ (?:skipped|todo) (\d+)/g, closing),
  }
}
