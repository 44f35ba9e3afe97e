import { problems } from '@gantry/api-contract'

/**
 * What went wrong on the way over a provider or into the Studio, in the gateway's words for the code in `?problem=`: nobody
 * can put words of theirs on our page.
 */
export function useProblem() {
  const { problem } = useRoute().query
  return computed(() => {
    if (typeof problem !== 'string') return ''
    return Object.hasOwn(problems, problem)
      ? problems[problem]!
      : 'That did not work. Please try again, or use another way.'
  })
}
