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
  const keep = (theme) => {
    try {
      if (theme === 'system') localStorage.removeItem('gantry-theme')
      else localStorage.setItem('gantry-theme', theme)
    } catch {
      // Then the page at hand knows it alone.
    }
  }
  const dark = () => {
    const theme = root.dataset.theme ?? read('gantry-theme')
    return theme === 'dark' || (theme !== 'light' && system.matches)
  }
  const paint = () => root.classList.toggle('dark', dark())

  // A page that knows the person says what they chose; this browser's other pages follow.
  const follow = () => {
    if (root.dataset.theme) keep(root.dataset.theme)
    paint()
  }
  follow()
  new MutationObserver(follow).observe(root, { attributeFilter: ['data-theme'] })
  system.addEventListener('change', paint)
  addEventListener('storage', ({ key, newValue }) => {
    if (key === 'gantry-theme' && root.dataset.theme) root.dataset.theme = newValue ?? 'system'
    paint()
  })
  if (read('gantry-signed-in')) root.dataset.signedIn = ''

  addEventListener('click', ({ target }) => {
    const toggle = target.closest('[data-theme-toggle]')
    if (toggle) {
      root.dataset.theme = root.classList.contains('dark') ? 'light' : 'dark'
      dispatchEvent(new CustomEvent('gantry:theme', { detail: root.dataset.theme }))
    }
    const copy = target.closest('[data-copy]')
    if (copy)
      navigator.clipboard.writeText(copy.dataset.copy).then(() => {
        copy.dataset.copied = ''
        setTimeout(() => delete copy.dataset.copied, 2000)
      })
  })
})()
