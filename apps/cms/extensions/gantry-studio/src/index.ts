interface Hooks {
  embed(position: 'head' | 'body', code: string): void
}

/**
 * The Studio has sign-in and password pages of its own, which nobody here has a password for. The gateway serves the script
 * that leads from them to ours; the Studio's policy allows scripts of its own origin only.
 */
export default function studio({ embed }: Hooks) {
  embed('head', '<script src="/studio/gantry.js"></script>')
}
