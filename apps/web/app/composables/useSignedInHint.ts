const key = 'gantry-signed-in'

/** Public pages are the same for everybody; the browser remembers which of two links its owner wants to see. */
export function useSignedInHint() {
  return {
    signedIn: () => localStorage.setItem(key, '1'),
    signedOut: () => localStorage.removeItem(key),
  }
}
