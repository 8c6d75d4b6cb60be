/** The e-mail addresses in a text that has commas, semicolons or blanks between them; each once. Of "Ada <ada@b.example>" the address. */
export function addressesIn(text: string): string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word.includes('@'));
  const addresses = words.map((word) => word.replace(/^.*</, '').replace(/>$/, '').toLowerCase());
  return [...new Set(addresses)];
}
