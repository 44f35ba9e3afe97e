const preset = (key: string, width: number, height: number | null, format: 'webp' | 'jpg' = 'webp') => ({
  key,
  fit: height ? 'cover' : 'inside',
  width,
  height,
  quality: 80,
  withoutEnlargement: true,
  format,
  transforms: [],
})

/** The project settings that belong to the product. Directus keeps every other setting as an admin left it. */
export const settings = {
  project_name: 'Gantry',
  project_descriptor: 'Content',
  project_color: '#C2410C',
  default_language: 'en-US',
  public_registration: false,
  // Free transforms would let one visitor ask for thousands of sizes.
  storage_asset_transform: 'presets',
  storage_asset_presets: [
    preset('thumb', 320, null),
    preset('card', 640, null),
    preset('wide', 1280, null),
    preset('hero', 1920, null),
    preset('avatar', 128, 128),
    preset('social', 1200, 630, 'jpg'),
  ],
}
