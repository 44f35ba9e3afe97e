/** Ships the page without the framework: it reads, links and submits as HTML alone. */
export function usePlainPage() {
  useRequestEvent()?.context.withoutScripts?.()
}
