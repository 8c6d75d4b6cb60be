import { File } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TemplateSummary } from '../../api/types.ts';
import { TemplatePreview } from '../../previews/previews.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './starting-points.module.css';

interface StartingPointsProps {
  templates: readonly TemplateSummary[] | undefined;
  isLoading: boolean;
  problem: string | undefined;
  /** A template's id; empty is the blank page. */
  chosen: string;
  onChoose: (id: string) => void;
}

/** Blank or a template: radio buttons that look like what one gets. */
export function StartingPoints({ templates, isLoading, problem, chosen, onChoose }: StartingPointsProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Start with</legend>
      {problem !== undefined && <Notice tone="warning">The templates could not be loaded. {problem}</Notice>}
      <div className={styles.choices}>
        <Choice
          id=""
          name="Blank page"
          description="An empty canvas."
          isChosen={chosen === ''}
          onChoose={onChoose}
          picture={
            <div className={styles.blank}>
              <File size={26} strokeWidth={1.500} aria-hidden="true" />
            </div>
          }
        />
        {templates?.map((template) => (
          <Choice
            key={template.id}
            id={template.id}
            name={template.displayName}
            description={template.description}
            isChosen={chosen === template.id}
            onChoose={onChoose}
            picture={<TemplatePreview id={template.id} className={styles.preview} />}
          />
        ))}
        {isLoading && [1, 2, 3].map((number) => <Skeleton key={number} height={212} />)}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  id: string;
  name: string;
  description: string;
  isChosen: boolean;
  onChoose: (id: string) => void;
  picture: ReactNode;
}

function Choice({ id, name, description, isChosen, onChoose, picture }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <span className={styles.picture}>{picture}</span>
      <span className={styles.words}>
        <input type="radio" name="template" value={id} checked={isChosen} onChange={() => onChoose(id)} className={styles.radio} />
        <span className={styles.text}>
          <span className={styles.name}>{name}</span>
          <span className={styles.description}>{description}</span>
        </span>
      </span>
    </label>
  );
}
