import 'h3'
import type { Permission } from '~/api/contract'

declare module 'h3' {
  interface H3EventContext {
    /** Renders this answer without the framework's scripts. */
    withoutScripts?: () => void
    /** The answer belongs to one person: credentials are forwarded and no cache keeps it. */
    private?: boolean
    /** The page speaks the language of whoever asks, so that no cache keeps it. */
    ownLanguage?: boolean
    /** The page lacks a part that could not be loaded: shown this once, kept by no cache. */
    incomplete?: boolean
    /** Not for everybody: no cache keeps the page, no search engine lists it, and no other site learns its address. */
    hidden?: boolean
  }
}

declare module '#app' {
  interface PageMeta {
    /** Who may open the page: anybody signed in, or who has the permission. Without it the page is public. */
    access?: 'member' | Permission
  }
}

export {}
