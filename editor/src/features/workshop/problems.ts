// What is wrong with a draft, at its place: as the engine in the browser says at once, and the server, which knows more rules, a little later.
import type { ComponentDiagnostic } from '../../api/components.ts';
import { placeOfOffset, placeOfPointer, readJson } from '../../code/json-text.ts';
import type { EngineDiagnostic } from '../../engine/engine.ts';
import { type ComponentTexts, type Part, partialPart, partsOf, textOf } from './component-texts.ts';

export interface Problem {
  part: Part;
  severity: 'error' | 'warning';
  line: number;
  column: number;
  message: string;
}

type Place = Pick<Problem, 'line' | 'column'>;

const start: Place = { line: 1, column: 1 };

/** The place of a JSON Pointer in one of the two parts that are JSON. */
function pointerPlace(text: string, pointer: string): Place {
  const { root } = readJson(text);
  return root === null ? start : placeOfOffset(text, placeOfPointer(root, pointer).start);
}

/** The faults of the two parts that are JSON, before anything is asked what they mean. */
export function jsonProblems(texts: ComponentTexts): Problem[] {
  return (['definition', 'sample'] as const).flatMap((part): Problem[] => {
    const { root, fault } = readJson(texts[part]);
    if (fault !== null) return [{ part, severity: 'error', message: fault.message, ...placeOfOffset(texts[part], fault.offset) }];
    return root.members === undefined ? [{ part, severity: 'error', message: 'This must be an object: { … }.', ...start }] : [];
  });
}

/** "promo/template.liquid: In the partial "item": …" is a fault in partials/item; of another component it is none of ours. */
export function engineProblems(texts: ComponentTexts, name: string, diagnostics: readonly EngineDiagnostic[]): Problem[] {
  return diagnostics.flatMap(({ message, line, column }): Problem[] => {
    const [, component, file = '', words = message] = /^([^/: ]*)\/([a-z.]+): (.*)$/s.exec(message) ?? [];
    if (component !== undefined && component !== name) return [{ part: 'definition', severity: 'error', message, ...start }];
    const [, partial, inPartial] = /^In the partial "([^"]*)": (.*)$/s.exec(words) ?? [];
    if (partial !== undefined && partial in texts.partials) return [{ part: partialPart(partial), severity: 'error', line: line || 1, column: column || 1, message: inPartial ?? words }];
    if (file === 'template.liquid' || file === 'partials') return [{ part: 'template', severity: 'error', line: line || 1, column: column || 1, message: words }];
    const [, pointer = '', fault = words] = /^(\/[^:]*): (.*)$/s.exec(words) ?? [];
    return [{ part: 'definition', severity: 'error', message: fault, ...pointerPlace(texts.definition, pointer) }];
  });
}

/** The engine could not show the sample: `path` is that of the page with the component alone on it. */
export function sampleProblem(texts: ComponentTexts, message: string, path: string): Problem {
  return { part: 'sample', severity: 'error', message, ...pointerPlace(texts.sample, path.replace(/^\/components\/0/, '')) };
}

export function serverProblems(diagnostics: readonly ComponentDiagnostic[], texts: ComponentTexts): Problem[] {
  const parts = new Set<Part>(partsOf(texts));
  return diagnostics.map(({ file, partial, line, column, message, severity }) => {
    const part: Part = file === 'partial' ? partialPart(partial ?? '') : file;
    return { part: parts.has(part) ? part : 'template', severity, line: line ?? 1, column: column ?? 1, message };
  });
}

/**
 * What the engine says of the draft as it is, and of the server's last word what still holds: it was about other texts, so only what it said of
 * parts that have not changed, and that the engine does not say itself.
 */
export function togetherProblems(now: readonly Problem[], texts: ComponentTexts, before: readonly Problem[], checked: ComponentTexts): Problem[] {
  const stillHolds = ({ part, severity }: Problem) => textOf(texts, part) === textOf(checked, part) && (part === 'style' || severity === 'warning');
  return inOrder(texts, [...now, ...before.filter(stillHolds)]);
}

export function inOrder(texts: ComponentTexts, problems: readonly Problem[]): Problem[] {
  const order = new Map(partsOf(texts).map((part, index) => [part, index]));
  return [...problems].sort((one, other) => (order.get(one.part) ?? 0) - (order.get(other.part) ?? 0) || one.line - other.line || one.column - other.column);
}

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity === 'error');
