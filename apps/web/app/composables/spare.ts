/** Loads a part that a page can do without; in its absence the page shows the spare one, and no cache keeps it. */
export function spare<Part>(load: () => Promise<Part>, instead: Part) {
  const event = useRequestEvent()
  return async () => {
    try {
      return await load()
    } catch {
      if (event) event.context.incomplete = true
      return instead
    }
  }
}
