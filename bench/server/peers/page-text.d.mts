export function slugOf(name: string): string;
export function htmlOf(name: string, structure: object): string;
