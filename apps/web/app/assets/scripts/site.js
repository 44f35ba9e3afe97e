// Runs in the head before the first paint, on every page and without the framework: theme, signed-in hint, language, menus.
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
    // A page with an address for each language is a link; any other is loaded again, and keeps what stands behind its `#`.
    const language = target.closest('[data-language]')
    if (language) {
      document.cookie = `gantry_language=${language.dataset.language}; Path=/; Max-Age=31536000; SameSite=Lax`
      if (!language.href) location.reload()
    }
    const copy = target.closest('[data-copy]')
    if (copy)
      navigator.clipboard.writeText(copy.dataset.copy).then(() => {
        copy.dataset.copied = ''
        setTimeout(() => delete copy.dataset.copied, 2000)
      })
  })

  // An open article or page follows what is published while somebody looks at it. One that the framework runs is left alone.
  addEventListener('load', () => {
    const main = document.querySelector('main[data-live]')
    if (!main || document.querySelector('script[type=module]')) return
    let shown = main.innerHTML
    let stream, waiting, polling, heard
    const look = async () => {
      const answer = await fetch(location.href).catch(() => {})
      if (answer?.status === 404 || answer?.redirected) return location.reload()
      if (!answer?.ok) return
      // Somebody else's look is making the new copy.
      if (answer.headers.get('x-cache') === 'UPDATING') return soon()
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const html = next.querySelector('main')?.innerHTML
      if (!html || html === shown) return
      const { activeElement } = document
      if (main.contains(activeElement)) return activeElement.addEventListener('blur', soon, { once: true })
      main.innerHTML = shown = html
      document.title = next.title
    }
    // The page cache holds a page until its second is over.
    const soon = () => {
      clearTimeout(waiting)
      waiting = setTimeout(look, 1100 + Math.random() * 500)
    }
    const follow = () => {
      stream?.close()
      clearInterval(polling)
      if (document.hidden) return
      stream = new EventSource('/api/cms/events')
      stream.onmessage = soon
      stream.onopen = () => {
        if (heard) soon()
        heard = true
      }
      stream.onerror = () => {
        if (stream.readyState === 2) polling = setInterval(look, 60_000)
      }
    }
    document.addEventListener('visibilitychange', follow)
    setTimeout(follow, 1000)
  })
})()
