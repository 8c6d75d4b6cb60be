// What a paste brings, in the forms in which it comes.
export interface PastedContent {
  own: string; // nodes, as copied in Pagewright; empty where it comes from elsewhere
  html: string;
  text: string;
}

export const ownType = 'application/x-pagewright+json';

export function pastedContent(clipboard: DataTransfer | null): PastedContent {
  const of = (type: string) => clipboard?.getData(type) ?? '';
  return { own: of(ownType), html: of('text/html'), text: of('text/plain') };
}
