import { useMemo, useRef, useState } from 'react';
import { CodeEditor, type CodeEditorHandle } from '../../code/code-editor.tsx';
import { FaultList } from '../../code/fault-list.tsx';
import type { Conflict } from '../../engine/calls.ts';
import { EngineRefusal } from '../../engine/engine.ts';
import { useSession } from '../../session/react.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { type CheckedText, checkText, mergeText, type Resolutions, textOfDocument } from './page-document-text.ts';
import styles from './page-json-dialog.module.css';

const pause = 200; // milliseconds without a keystroke, before the engine looks at it
const mostSentences = 6;

/** The page's document as JSON. What is written becomes one step of the page, that can be undone. */
export function PageJsonDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const session = useSession();
  const [base] = useState(() => session.read('document', {}).document);
  const [original] = useState(() => textOfDocument(base));
  const [text, setText] = useState(original);
  const [isLeaving, setIsLeaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [resolutions, setResolutions] = useState<Resolutions>({});
  const code = useRef<CodeEditorHandle>(null);
  const settled = useSettled(text, pause);
  const isChanged = text !== original;

  const checked = useMemo<CheckedText>(() => {
    try {
      return checkText(session, base, settled);
    } catch {
      return { faults: [], document: null, sentences: [] }; // the engine starts again
    }
  }, [session, base, settled]);

  const write = (next: string) => {
    setText(next);
    setRefusal(null);
    setConflicts([]);
    setResolutions({});
  };

  const apply = () => {
    setRefusal(null);
    try {
      const now = checkText(session, base, text);
      if (now.document === null) return;
      const merged = mergeText(session, base, now.document, resolutions);
      const open = merged.conflicts.filter(({ resolved, id }) => !resolved && !(id in resolutions));
      if (open.length > 0) {
        setConflicts([...conflicts, ...open.filter(({ id }) => conflicts.every((known) => known.id !== id))]);
        return;
      }
      const refused = session.apply('Edit as JSON', merged.operations);
      if (refused !== null) {
        setRefusal(refused.message);
        return;
      }
      showToast({ text: merged.operations.length === 0 ? 'Nothing has changed.' : 'The page is what the JSON says. Undo takes it back.' });
      onClose();
    } catch (error) {
      setRefusal(error instanceof EngineRefusal ? error.message : 'That did not work. Try once more.');
    }
  };
  const isUnresolved = conflicts.some(({ id }) => !(id in resolutions));
  const leave = () => (isChanged ? setIsLeaving(true) : onClose());

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) leave();
      }}
      title={`${name} as JSON`}
      description="Nodes that you add need no id. It is checked before it is applied, as one step that can be undone."
      size="full"
      actions={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button tone="primary" disabled={!isChanged || settled !== text || checked.document === null || isUnresolved} onClick={apply}>
            Apply
          </Button>
        </>
      }
    >
      <div className={styles.page}>
        <CodeEditor ref={code} path="page.json" language="json" label={`${name}, the page as JSON`} value={text} onChange={write} faults={checked.faults} />
        <FaultList faults={checked.faults} onChoose={(fault) => code.current?.reveal(fault)}>
          {checked.sentences.length === 0 ? 'No problems, and no change yet' : sentenceOf(checked.sentences)}
        </FaultList>
        {refusal !== null && (
          <div className={styles.notice}>
            <Notice tone="danger">{refusal}</Notice>
          </div>
        )}
        {conflicts.length > 0 && (
          <section className={styles.conflicts} aria-label="Changed by somebody else meanwhile">
            <p>While you wrote, somebody else has changed the same. Choose what is to stand:</p>
            <ul>
              {conflicts.map(({ id, sentence }) => (
                <li key={id} className={styles.conflict}>
                  <span>{sentence}</span>
                  <Segmented<'ours' | 'theirs' | ''>
                    label={sentence}
                    value={resolutions[id]?.choice ?? ''}
                    onChange={(choice) => {
                      if (choice !== '') setResolutions({ ...resolutions, [id]: { choice } });
                    }}
                    options={[
                      { value: 'ours', label: 'As the page is' },
                      { value: 'theirs', label: 'As I wrote' },
                    ]}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <ConfirmDialog
        isOpen={isLeaving}
        onOpenChange={setIsLeaving}
        title="Leave without applying?"
        description="What you have written here is gone then. The page stays as it is."
        confirmLabel="Leave"
        onConfirm={onClose}
      />
    </Dialog>
  );
}

function sentenceOf(sentences: readonly string[]): string {
  const more = sentences.length - mostSentences;
  return [...sentences.slice(0, mostSentences), ...(more > 0 ? [`${String(more)} more`] : [])].join(' · ');
}
