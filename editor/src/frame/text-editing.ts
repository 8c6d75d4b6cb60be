// Editing a text where it stands. The element with data-edit shows exactly one prop: plain text, or rich text.
import { chordKey } from '../canvas/keys.ts';
import { nodeAround, idOf } from './node-index.ts';
import { readRichText } from '../session/rich-text-reader.ts';
import { isComposing } from '../ui/is-composing.ts';
import type { TextTools } from './text-tools.ts';

export type TextKind = 'plain' | 'multiline' | 'rich';

export interface TextChange {
  id: string;
  prop: string;
  value: unknown;
  edit: number;
}

interface Editing {
  element: HTMLElement;
  id: string;
  prop: string;
  kind: TextKind;
  sentValue: string; // as JSON: what the editor has of this author
  sentMarkup: string;
}

export interface TextEditingEvents {
  kindOf: (id: string, prop: string) => TextKind;
  onStart: (id: string) => void;
  onChange: (change: TextChange) => void;
  onEnd: () => void;
}

const marker = 'data-pagewright-editing';

export class TextEditing {
  private readonly tools: TextTools;
  private readonly events: TextEditingEvents;
  private editing: Editing | null = null;
  private edits = 0;
  private frame = 0;

  constructor(tools: TextTools, events: TextEditingEvents) {
    this.tools = tools;
    this.events = events;
  }

  isActive(): boolean {
    return this.editing !== null;
  }

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && (this.editing?.element.contains(target) ?? false);
  }

  // The text at a place of the page; gives whether there is one.
  startAt(target: EventTarget | null): boolean {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-edit]') : null;
    return element !== null && this.start(element);
  }

  // A node's first text.
  startIn(node: HTMLElement): boolean {
    const candidates = node.matches('[data-edit]') ? [node] : [...node.querySelectorAll<HTMLElement>('[data-edit]')];
    const element = candidates.find((candidate) => nodeAround(candidate) === node);
    return element !== undefined && this.start(element);
  }

  finish(): void {
    this.flush();
    this.end();
  }

  // What the editor does not have yet is gone.
  abandon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (this.editing) this.editing.element.innerHTML = this.editing.sentMarkup;
    this.end();
  }

  private end(): void {
    const { editing } = this;
    if (!editing) return;
    this.editing = null;
    this.tools.hide();
    const { element } = editing;
    element.removeAttribute('contenteditable');
    element.removeAttribute('spellcheck');
    element.removeAttribute(marker);
    element.removeEventListener('input', this.changed);
    element.removeEventListener('keydown', this.pressed);
    element.removeEventListener('paste', this.pasted);
    element.removeEventListener('blur', this.left);
    element.blur();
    getSelection()?.removeAllRanges();
    this.events.onEnd();
  }

  private start(element: HTMLElement): boolean {
    if (this.editing?.element === element) return true;
    this.finish();
    const node = nodeAround(element);
    const prop = element.dataset.edit;
    if (!node || prop === undefined) return false;
    const id = idOf(node);
    const kind = this.events.kindOf(id, prop);
    this.edits += 1;
    element.setAttribute('contenteditable', kind === 'rich' ? 'true' : 'plaintext-only');
    element.setAttribute('spellcheck', 'true');
    element.setAttribute(marker, '');
    this.editing = { element, id, prop, kind, sentValue: '', sentMarkup: element.innerHTML };
    this.editing.sentValue = JSON.stringify(this.value(this.editing));
    element.addEventListener('input', this.changed);
    element.addEventListener('keydown', this.pressed);
    element.addEventListener('paste', this.pasted);
    element.addEventListener('blur', this.left);
    element.focus();
    if (!document.getSelection()?.containsNode(element, true)) getSelection()?.selectAllChildren(element);
    this.events.onStart(id);
    if (kind === 'rich') this.tools.show(element);
    return true;
  }

  private readonly changed = (): void => {
    this.frame ||= requestAnimationFrame(() => this.flush());
  };

  // Sends what is new. The same once more would overwrite what others have written meanwhile.
  private flush(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { editing } = this;
    if (!editing) return;
    const value = this.value(editing);
    const text = JSON.stringify(value);
    if (text === editing.sentValue) return;
    editing.sentValue = text;
    editing.sentMarkup = editing.element.innerHTML;
    this.events.onChange({ id: editing.id, prop: editing.prop, value, edit: this.edits });
  }

  private value({ element, kind }: Editing): unknown {
    switch (kind) {
      case 'rich':
        return readRichText(element);
      case 'multiline':
        return element.innerText.replaceAll('\u00a0', ' ').replace(/\n$/, '');
      case 'plain':
        return element.textContent.replace(/[\u00a0\s]+/g, ' ').trim();
    }
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (isComposing(event)) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' || event.key === 'Tab' || (event.key === 'Enter' && this.editing?.kind === 'plain')) {
      event.preventDefault();
      this.finish();
    } else if (isCommand && chordKey(event) === 'K' && this.editing?.kind === 'rich') {
      event.preventDefault();
      this.tools.askAddress();
    }
  };

  // Pasted text comes without its looks; the structure is the author's to give.
  private readonly pasted = (event: ClipboardEvent): void => {
    event.stopPropagation();
    if (this.editing?.kind !== 'rich') return;
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  };

  private readonly left = (): void => {
    setTimeout(() => {
      if (!this.tools.isAsking() && this.editing && document.activeElement !== this.editing.element) this.finish();
    }, 0);
  };
}
