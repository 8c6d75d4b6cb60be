import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { componentVersionQuery, componentVersionsQuery } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import { CodeCompare } from '../../code/code-compare.tsx';
import { withMember } from '../../code/json-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Select } from '../../ui/select.tsx';
import { SideChoice, SideList } from '../../ui/side-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { languageOf, nameOfPart } from './code-pane.tsx';
import { type ComponentTexts, type Part, partsOf, textOf, textsOf } from './component-texts.ts';
import styles from './dialogs.module.css';

interface VersionsDialogProps {
  name: string;
  texts: ComponentTexts;
  base: string | null;
  isReadOnly: boolean;
  onTake: (texts: ComponentTexts) => void;
  onClose: () => void;
}

/** The versions, each beside what stands in the workshop now. */
export function VersionsDialog({ name, texts, base, isReadOnly, onTake, onClose }: VersionsDialogProps) {
  const versions = useQuery(componentVersionsQuery(name));
  const [chosen, setChosen] = useState<string | null>(null);
  const [part, setPart] = useState<Part | null>(null);
  const version = chosen ?? versions.data?.[0]?.version ?? null;
  const whole = useQuery({ ...componentVersionQuery(name, version ?? ''), enabled: version !== null });
  const older = whole.data === undefined ? null : textsOf(whole.data);
  const parts = older === null ? [] : [...new Set([...partsOf(texts), ...partsOf(older)])];
  const differing = older === null ? [] : parts.filter((each) => textOf(older, each) !== textOf(texts, each));
  const shown = part ?? differing[0] ?? 'template';

  const take = () => {
    if (older === null || version === null) return;
    // It is a change of the present version like any other.
    const definition = base === null ? null : withMember(older.definition, 'version', base);
    onTake(definition === null ? older : { ...older, definition });
    showToast({ text: `The workshop has the texts of version ${version}. Save them as a new version.` });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Versions"
      description="Versions never change. On the left of a comparison stands the version, on the right the workshop."
      size="full"
    >
      <SideList>
        {versions.isPending && <Skeleton height={120} />}
        {versions.isError && (
          <NotLoaded size="small" title="The versions could not be loaded" reason={explain(versions.error)} onRetry={() => void versions.refetch()} />
        )}
        <ul>
          {versions.data?.map((each) => (
            <li key={each.version}>
              <SideChoice isChosen={each.version === version} onChoose={() => setChosen(each.version)}>
                <strong>{each.version}</strong>
                <span className={styles.soft}>
                  {each.author.name}, <RelativeTime iso={each.createdAt} />
                </span>
              </SideChoice>
            </li>
          ))}
        </ul>
      </SideList>
      <div className={styles.compare}>
        <div className={styles.compareBar}>
          <Select
            label="Part"
            size="small"
            value={shown}
            options={(parts.length > 0 ? parts : (['template'] as Part[])).map((each) => ({ value: each, label: differing.includes(each) ? `${nameOfPart(each)}, changed` : nameOfPart(each) }))}
            onChange={setPart}
          />
          <p className={styles.soft} role="status">
            {older !== null && (differing.length === 0 ? 'The same as in the workshop' : differing.includes(shown) ? '' : 'This part is the same')}
          </p>
          {!isReadOnly && (
            <Button size="small" disabled={older === null || differing.length === 0} onClick={take}>
              Take these texts
            </Button>
          )}
        </div>
        {whole.isError && <EmptyState size="small" title="The version could not be loaded">{explain(whole.error)}</EmptyState>}
        {older !== null && (
          <CodeCompare
            key={`${version ?? ''} ${shown}`}
            language={languageOf(shown)}
            before={textOf(older, shown)}
            after={textOf(texts, shown)}
            beforeLabel={`Version ${version ?? ''}`}
            afterLabel="The workshop"
          />
        )}
      </div>
    </Dialog>
  );
}
