// The small bar over a text that is edited: emphasis, lists, headings, links.
import { isSafeAddress } from '../session/rich-text-reader.ts';
import { isComposing } from '../ui/is-composing.ts';

interface Tool {
  label: string;
  sign: string;
  command: string;
  value?: string;
}

const gap = 8; // between the bar and the text or the window's edge

const tools: readonly Tool[] = [
  { label: 'Bold', sign: 'B', command: 'bold' },
  { label: 'Italic', sign: 'I', command: 'italic' },
  { label: 'Underline', sign: 'U', command: 'underline' },
  { label: 'Heading', sign: 'H', command: 'formatBlock', value: 'h2' },
  { label: 'Paragraph', sign: '¶', command: 'formatBlock', value: 'p' },
  { label: 'Bulleted list', sign: '•', command: 'insertUnorderedList' },
  { label: 'Numbered list', sign: '1.', command: 'insertOrderedList' },
];

function button(label: string, sign: string, run: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = sign;
  element.title = label;
  element.setAttribute('aria-label', label);
  element.addEventListener('mousedown', (event) => event.preventDefault()); // the selection stays in the text
  element.addEventListener('click', run);
  return element;
}

export class TextTools {
  private readonly bar = document.createElement('div');
  private readonly address = document.createElement('input');
  private readonly pressed: [HTMLButtonElement, string][] = [];
  private text: HTMLElement | null = null;
  private range: Range | null = null;

  constructor(root: ShadowRoot) {
    this.bar.className = 'text-tools';
    this.bar.setAttribute('role', 'toolbar');
    this.bar.setAttribute('aria-label', 'Text');
    this.bar.hidden = true;
    for (const { label, sign, command, value } of tools) {
      const element = button(label, sign, () => this.run(command, value));
      if (value === undefined) this.pressed.push([element, command]);
      this.bar.append(element);
    }
    this.bar.append(button('Link', '🔗', () => this.askAddress()));
    this.address.placeholder = 'https://… or #part';
    this.address.setAttribute('aria-label', 'Link address');
    this.address.hidden = true;
    this.address.addEventListener('keydown', (event) => this.takeAddress(event));
    this.bar.append(this.address);
    root.append(this.bar);
    document.addEventListener('selectionchange', () => this.showPressed());
  }

  show(text: HTMLElement): void {
    this.text = text;
    this.bar.hidden = false;
    const { left, top, bottom } = text.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.bar;
    const y = top >= height + 2 * gap ? top - height - gap : bottom + gap;
    const within = (at: number, limit: number) => Math.max(gap, Math.min(at, limit - gap));
    this.bar.style.translate = `${String(within(left, innerWidth - width))}px ${String(within(y, innerHeight - height))}px`;
    this.showPressed();
  }

  hide(): void {
    this.text = null;
    this.bar.hidden = true;
    this.address.hidden = true;
  }

  // True while the author types a link's address: the text has lost the focus, and is still being edited.
  isAsking(): boolean {
    return !this.address.hidden;
  }

  askAddress(): void {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0) return;
    this.range = selection.getRangeAt(0).cloneRange();
    const around = selection.anchorNode?.parentElement?.closest('a');
    this.address.value = around?.getAttribute('href') ?? '';
    this.address.hidden = false;
    this.address.focus();
  }

  run(command: string, value?: string): void {
    document.execCommand('styleWithCSS', false, 'false');
    document.execCommand(command, false, value);
    this.showPressed();
  }

  private takeAddress(event: KeyboardEvent): void {
    event.stopPropagation();
    if ((event.key !== 'Enter' && event.key !== 'Escape') || isComposing(event)) return;
    event.preventDefault();
    const address = this.address.value.trim();
    const { range, text } = this;
    text?.focus();
    this.address.hidden = true;
    const selection = getSelection();
    if (!range || !selection) return;
    selection.removeAllRanges();
    selection.addRange(range);
    if (event.key === 'Escape') return;
    if (address === '') this.run('unlink');
    else if (isSafeAddress(address)) this.run('createLink', address);
  }

  private showPressed(): void {
    if (!this.text) return;
    for (const [element, command] of this.pressed) element.setAttribute('aria-pressed', String(document.queryCommandState(command)));
  }
}
