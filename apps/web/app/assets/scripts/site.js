// Runs in the head before the first paint, on every page and without the framework: theme, signed-in hint, menus.
;(() => {
  const root = document.documentElement
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const system = matchMedia('(prefers-color-scheme: dark)')
  const dark = () => (read('gantry-theme') ? read('gantry-theme') === 'dark' : system.matches)
  const paint = () => root.classList.toggle('dark', dark())

  paint()
  system.addEventListener('change', paint)
  addEventListener('storage', paint)
  if (read('gantry-signed-in')) root.dataset.signedIn = ''

  addEventListener('click', ({ target }) => {
    const toggle = target.closest('[data-theme-toggle]')
    if (toggle) {
      try {
        localStorage.setItem('gantry-theme', root.classList.contains('dark') ? 'light' : 'dark')
      } catch {
        root.classList.toggle('dark')
        return
      }
      paint()
      dispatchEvent(new CustomEvent('gantry:theme'))
    }
    const copy = target.closest('[data-copy]')
    if (copy)
      navigator.clipboard.writeText(copy.dataset.copy).then(() => {
        copy.dataset.copied = ''
        setTimeout(() => delete copy.dataset.copied, 2000)
      })
  })
})()
