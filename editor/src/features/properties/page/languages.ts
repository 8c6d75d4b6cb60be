// The languages that the panel suggests; any other tag of BCP 47 may be written.
const codes = 'ar bg bn ca cs da de de-AT de-CH el en en-GB en-US es es-MX et fa fi fr fr-CA ga he hi hr hu id is it ja ko lt lv mk ms mt nb nl nn pl pt pt-BR ro ru sk sl sq sr sv sw th tr uk ur vi zh-Hans zh-Hant'.split(
  ' ',
);

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

// "German", "Portuguese (Brazil)"; null for what is no tag, or one that nobody has named.
export function languageName(tag: string): string | null {
  try {
    return names.of(tag) ?? null;
  } catch {
    return null;
  }
}

export const languages: readonly { code: string; name: string }[] = codes
  .map((code) => ({ code, name: languageName(code) ?? code }))
  .sort((left, right) => left.name.localeCompare(right.name, 'en'));

export function faultOfLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 ? null : 'One language.';
  } catch {
    return 'Not a language’s code. Examples: en, de, pt-BR.';
  }
}
