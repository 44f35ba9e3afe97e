import { problemsIn } from '@gantry/api-contract'

/**
 * What went wrong on the way over a provider or into the Studio, in the gateway's words for the code in `?problem=`: nobody
 * can put words of theirs on our page.
 */
export function useProblem() {
  const { problem } = useRoute().query
  const problems = problemsIn[useLanguage().value]
  return computed(() => {
    if (typeof problem !== 'string') return ''
    return Object.hasOwn(problems, problem) ? problems[problem]! : t('account.problems.other')
  })
}
