/** Text as it stands in an XML element or attribute. What XML cannot hold at all is left out. */
export const escapeXml = (text: string) =>
  text
    // eslint-disable-next-line no-control-regex -- these characters are what XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
