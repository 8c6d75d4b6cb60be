import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { explain } from '../../api/problem.ts';
import { componentsQuery } from '../../api/queries.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { ComponentPreview } from '../../previews/previews.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { FormScreen } from '../../ui/form-screen.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { keepWork, keptWork } from './kept-work.ts';
import styles from './new-component.module.css';
import { copyOf, exampleComponent, nameFault, nameFrom } from './starting-component.ts';

/** /page-builder/new-component: what it is called and what it begins with. The workshop does the rest. */
export function NewComponent() {
  useDocumentTitle('New component');
  const user = useUser();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const { data, error } = useQuery(componentsQuery());
  const [displayName, setDisplayName] = useState('');
  const [wantedName, setWantedName] = useState<string | null>(null); // null: made from the display name
  const [isAsked, setIsAsked] = useState(false);

  if (!canEdit(user)) {
    return (
      <EmptyState icon={<Lock size={24} />} title="Your role is for viewing" action={<ButtonLink to="/?tab=components">Component library</ButtonLink>}>
        Ask an administrator of {user.organization.name} if you should be able to make components.
      </EmptyState>
    );
  }

  const items = data?.items ?? [];
  const from = parameters.get('from') ?? '';
  const original = items.find(({ definition }) => definition.name === from);
  const name = wantedName ?? nameFrom(displayName);
  const fault = nameFault(name, new Set(items.map(({ definition }) => definition.name)));
  const isBegun = fault === undefined && keptWork(name) !== null;

  const begin = () => {
    setIsAsked(true);
    if (fault !== undefined || displayName.trim() === '') return;
    const texts = original === undefined ? exampleComponent(name, displayName.trim()) : copyOf(original, name, displayName.trim());
    if (!isBegun) keepWork(name, { texts, base: null });
    // A browser that keeps nothing is told it by the way.
    void navigate(`/components/${name}`, { state: { texts } });
  };

  return (
    <FormScreen title="New component" back={{ to: '/?tab=components', label: 'Component library' }} isNarrow>
      {error !== null && <Notice tone="danger">{explain(error)}</Notice>}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <TextField
          label="Display name"
          autoFocus
          autoComplete="off"
          maxLength={120}
          value={displayName}
          error={isAsked && displayName.trim() === '' ? 'Say what people will look for.' : undefined}
          help="What people read in the sidebar."
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <TextField
          label="Name"
          autoComplete="off"
          spellCheck={false}
          value={name}
          error={isAsked || wantedName !== null || name !== '' ? fault : undefined}
          help="Pages refer to the component by it, and its CSS classes begin with it. It never changes."
          onChange={(event) => setWantedName(event.target.value)}
        />
        <Field label="Starts with" help="A copy is yours: it stays as it is when the original changes.">
          {(control) => (
            <Select
              {...control}
              value={original === undefined ? '' : from}
              options={[{ value: '', label: 'A small example' }, ...items.map(({ definition }) => ({ value: definition.name, label: `A copy of ${definition.display_name}` }))]}
              onChange={(chosen) => setParameters(chosen === '' ? {} : { from: chosen }, { replace: true })}
            />
          )}
        </Field>
        {original !== undefined && <ComponentPreview component={original} className={styles.preview} />}
        {isBegun && <Notice>You have begun a component of this name in this browser. It opens as you left it.</Notice>}
        <div className={styles.actions}>
          <ButtonLink to="/?tab=components" size="large">
            Cancel
          </ButtonLink>
          <Button type="submit" tone="primary" size="large">
            Open the workshop
          </Button>
        </div>
      </form>
    </FormScreen>
  );
}
