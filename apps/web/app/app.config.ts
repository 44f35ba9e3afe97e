export default defineAppConfig({
  ui: {
    colors: { primary: 'signal', neutral: 'steel' },
    button: {
      slots: { base: 'font-semibold' },
      // Text on a button stays readable while it is hovered.
      compoundVariants: [
        {
          color: 'primary',
          variant: 'solid',
          class:
            'bg-[var(--ui-action)] text-[var(--ui-on-action)] hover:bg-[var(--ui-action-hover)] active:bg-[var(--ui-action-hover)] disabled:bg-[var(--ui-action)] aria-disabled:bg-[var(--ui-action)]',
        },
        { color: 'error', variant: 'solid', class: 'hover:bg-error/90 active:bg-error/90' },
      ],
    },
    modal: {
      slots: {
        overlay: 'bg-black/50',
        title: 'text-lg',
        // On a telephone one below the other, the button that acts on top.
        footer: 'flex-col-reverse items-stretch gap-3 sm:flex-row sm:items-center sm:justify-end',
      },
    },
    slideover: { slots: { overlay: 'bg-black/50' } },
  },
})
