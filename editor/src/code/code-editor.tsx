import { forwardRef, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useIsDark } from '../ui/use-is-dark.ts';
import styles from './code-editor.module.css';
import { showCodeTheme } from './code-theme.ts';
import type { TextPlace } from './json-text.ts';
import { editor, KeyCode, KeyMod, type Language, MarkerSeverity, Uri } from './monaco.ts';

export interface CodeFault extends TextPlace {
  severity: 'error' | 'warning';
  message: string;
}

export interface CodeEditorHandle {
  /** Goes to a place and lets one write there. */
  reveal: (place: TextPlace) => void;
}

interface CodeEditorProps {
  /** Names the text among those that this editor shows in turn: each keeps its own steps to undo. */
  path: string;
  language: Language;
  label: string;
  value: string;
  onChange: (value: string) => void;
  faults: readonly CodeFault[];
  isReadOnly?: boolean | undefined;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const tabKeys = isMac ? '⌃⇧M' : 'Ctrl+M';
const tabChord = isMac ? KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM : KeyMod.CtrlCmd | KeyCode.KeyM;

const options: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  // A textarea is known by everything that must not take keys from fields.
  editContext: false,
  minimap: { enabled: false },
  fontSize: 13,
  lineHeight: 20,
  fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  padding: { top: 10, bottom: 10 },
  scrollBeyondLastLine: false,
  tabSize: 2,
  wordWrap: 'on',
  lineNumbersMinChars: 3,
  renderLineHighlightOnlyWhenFocus: true,
  overviewRulerBorder: false,
  stickyScroll: { enabled: false },
  readOnlyMessage: { value: 'This can be read, not changed.' },
};

export const CodeEditor = forwardRef<CodeEditorHandle, CodeEditorProps>(function CodeEditor({ path, language, label, value, onChange, faults, isReadOnly = false }, handle) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<editor.IStandaloneCodeEditor | null>(null);
  const models = useRef(new Map<string, editor.ITextModel>());
  const views = useRef(new Map<string, editor.ICodeEditorViewState | null>());
  const latest = useRef({ value, onChange });
  const isTaking = useRef(false); // a value from outside: nobody has typed it
  const folder = useId().replace(/[^a-z0-9]/gi, '');
  const [isTabFree, setIsTabFree] = useState(false);
  const isDark = useIsDark();

  useLayoutEffect(() => {
    latest.current = { value, onChange };
  });

  useLayoutEffect(() => showCodeTheme(isDark), [isDark]);

  useLayoutEffect(() => {
    const known = models.current;
    const made = editor.create(box.current as HTMLDivElement, { ...options, model: null });
    shown.current = made;
    made.addAction({ id: 'pagewright.tab', label: 'Tab key: indent, or go on to the next control', keybindings: [tabChord], run: () => setIsTabFree((isFree) => !isFree) });
    const typing = made.onDidChangeModelContent(() => {
      if (!isTaking.current) latest.current.onChange(made.getValue());
    });
    return () => {
      typing.dispose();
      made.dispose();
      for (const model of known.values()) model.dispose();
      known.clear();
    };
  }, []);

  useLayoutEffect(() => {
    const made = shown.current;
    if (made === null) return undefined;
    const known = models.current;
    const model = known.get(path) ?? editor.createModel(latest.current.value, language, Uri.parse(`inmemory://pagewright/${folder}/${path}`));
    known.set(path, model);
    made.setModel(model);
    const kept = views.current;
    const view = kept.get(path);
    if (view !== undefined && view !== null) made.restoreViewState(view);
    return () => void kept.set(path, made.saveViewState());
  }, [path, language, folder]);

  useLayoutEffect(() => {
    const model = models.current.get(path);
    if (model === undefined || model.getValue() === value) return;
    isTaking.current = true;
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null);
    isTaking.current = false;
  }, [path, value]);

  useEffect(() => {
    shown.current?.updateOptions({ readOnly: isReadOnly, domReadOnly: isReadOnly, ariaLabel: label, tabFocusMode: isTabFree });
  }, [isReadOnly, label, isTabFree]);

  useEffect(() => {
    const model = models.current.get(path);
    if (model !== undefined) editor.setModelMarkers(model, 'pagewright', faults.map((fault) => markerOf(model, fault)));
  }, [path, faults]);

  useImperativeHandle(handle, () => ({
    reveal: ({ line, column }) => {
      const made = shown.current;
      if (made === null) return;
      const position = { lineNumber: line, column };
      made.setPosition(position);
      made.revealPositionInCenterIfOutsideViewport(position);
      made.focus();
    },
  }));

  return (
    <div className={styles.frame}>
      <div ref={box} className={styles.code} data-code={path} />
      <div className={styles.bar}>
        <button type="button" className={styles.tab} aria-pressed={isTabFree} onClick={() => setIsTabFree(!isTabFree)}>
          Tab key: {isTabFree ? 'goes on to the next control' : 'indents'} <kbd>{tabKeys}</kbd>
        </button>
        <span className={styles.hint}>
          <kbd>F1</kbd> all commands
        </span>
      </div>
    </div>
  );
});

// Columns are counted in characters; Monaco counts as JavaScript does.
function markerOf(model: editor.ITextModel, { line, column, severity, message }: CodeFault): editor.IMarkerData {
  const lineNumber = Math.min(Math.max(line, 1), model.getLineCount());
  const before = [...model.getLineContent(lineNumber)].slice(0, column - 1).join('');
  const startColumn = before.length + 1;
  const word = model.getWordAtPosition({ lineNumber, column: startColumn });
  const endColumn = Math.max(word?.endColumn ?? 0, startColumn + 1);
  return { severity: severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning, message, startLineNumber: lineNumber, startColumn, endLineNumber: lineNumber, endColumn };
}
