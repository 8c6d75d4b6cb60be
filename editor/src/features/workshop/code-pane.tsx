import { useRef } from 'react';
import { CodeEditor, type CodeEditorHandle } from '../../code/code-editor.tsx';
import { FaultList } from '../../code/fault-list.tsx';
import type { Language } from '../../code/monaco.ts';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { type ComponentTexts, type Part, partialOf, partsOf, textOf, withText } from './component-texts.ts';
import type { Problem } from './problems.ts';
import styles from './workshop.module.css';

const names: Record<string, string> = { definition: 'Schema', template: 'Template', style: 'Style', sample: 'Sample' };
const files: Record<string, string> = { definition: 'component.json', template: 'template.liquid', style: 'style.css', sample: 'sample.json' };

export const nameOfPart = (part: Part): string => {
  const partial = partialOf(part);
  return partial === null ? (names[part] ?? part) : `Partial: ${partial}`;
};

const fileOf = (part: Part): string => {
  const partial = partialOf(part);
  return partial === null ? (files[part] ?? part) : `partials/${partial}.liquid`;
};

export function languageOf(part: Part): Language {
  if (part === 'definition' || part === 'sample') return 'json';
  return part === 'style' ? 'css' : 'liquid';
}

const none: readonly Problem[] = [];

interface CodePaneProps {
  texts: ComponentTexts;
  onChange: (texts: ComponentTexts) => void;
  part: Part;
  onPart: (part: Part) => void;
  problems: readonly Problem[];
  isWaiting: boolean;
  /** Why not all could be checked. */
  failure: string | undefined;
  isReadOnly: boolean;
}

/** The parts of the component, one at a time, with what is wrong in all of them below. */
export function CodePane({ texts, onChange, part, onPart, problems, isWaiting, failure, isReadOnly }: CodePaneProps) {
  const code = useRef<CodeEditorHandle>(null);
  const faults = problems.filter((problem) => problem.part === part);
  const countIn = (tab: Part) => problems.filter((problem) => problem.part === tab && problem.severity === 'error').length;
  return (
    <section className={styles.code} aria-label="Source">
      <Tabs
        label="Parts of the component"
        className={styles.tabs}
        value={part}
        onChange={onPart}
        tabs={partsOf(texts).map((tab) => ({
          value: tab,
          label: (
            <>
              {nameOfPart(tab)}
              {countIn(tab) > 0 && (
                <span className={styles.count}>
                  {countIn(tab)}
                  <span className="visually-hidden"> {countIn(tab) === 1 ? 'error' : 'errors'}</span>
                </span>
              )}
            </>
          ),
        }))}
      >
        <TabPanel value={part} className={styles.panel}>
          <CodeEditor
            ref={code}
            path={fileOf(part)}
            language={languageOf(part)}
            label={`${nameOfPart(part)}, ${fileOf(part)}`}
            value={textOf(texts, part)}
            onChange={(text) => onChange(withText(texts, part, text))}
            faults={faults.length === 0 ? none : faults}
            isReadOnly={isReadOnly}
          />
        </TabPanel>
      </Tabs>
      <FaultList
        faults={problems}
        placeOf={({ part: at }) => nameOfPart(at)}
        onChoose={(problem) => {
          onPart(problem.part);
          // The text of another part is shown by then.
          requestAnimationFrame(() => code.current?.reveal(problem));
        }}
      >
        {failure ?? (isWaiting ? 'Checking…' : 'No problems')}
      </FaultList>
    </section>
  );
}
