/** Where a browser goes on that was led back by a provider: to the second step, where there is one. */
export const pageAfter = (begun: object, next: string) =>
  'twoFactor' in begun ? `/login/second-step?next=${encodeURIComponent(next)}` : next
