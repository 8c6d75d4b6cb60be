import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { createPage } from '../../api/pages.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import { templatesQuery } from '../../api/queries.ts';
import { slugFrom } from '../../api/slug.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormScreen } from '../../ui/form-screen.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { StartingPoints } from './starting-points.tsx';
import styles from './new-page.module.css';

export function NewPage() {
  useDocumentTitle('New page');
  const user = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const templates = useQuery(templatesQuery());
  const templateId = parameters.get('template') ?? '';

  const create = useMutation({
    mutationFn: () =>
      createPage({
        name: name.trim(),
        ...(description.trim() === '' ? {} : { description: description.trim() }),
        ...(templateId === '' ? {} : { templateId }),
      }),
    onSuccess: (page) => {
      queries.setQueryData(['page', page.id], page);
      return navigate(`/${page.id}/edit`);
    },
  });

  if (!canEdit(user)) {
    return (
      <EmptyState icon={<Lock size={24} />} title="Your role is for viewing" action={<ButtonLink to="/">All pages</ButtonLink>}>
        Ask an administrator of {user.organization.name} if you should be able to create pages.
      </EmptyState>
    );
  }

  const problem = create.error instanceof Problem ? create.error : null;
  const faultAt = (...paths: string[]) => {
    const fault = paths.map((path) => problem?.faultAt(path)).find((message) => message !== undefined);
    return fault === undefined ? undefined : sentence(fault);
  };
  const nameFault = faultAt('/name', '/slug');
  const descriptionFault = faultAt('/description');

  return (
    <FormScreen title="New page" back={{ to: '/', label: 'All pages' }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending) create.mutate();
        }}
      >
        {create.isError && nameFault === undefined && descriptionFault === undefined && <Notice tone="danger">{explain(create.error)}</Notice>}
        <div className={styles.fields}>
          <TextField
            label="Name"
            name="name"
            required
            autoFocus
            autoComplete="off"
            maxLength={255}
            value={name}
            error={nameFault}
            onChange={(event) => setName(event.target.value)}
            help={
              name.trim() === '' ? (
                'The address of the page is made from its name.'
              ) : (
                <>
                  Address: <code className={styles.slug}>/{slugFrom(name)}</code>
                </>
              )
            }
          />
          <TextArea
            label="Description"
            name="description"
            isOptional
            rows={2}
            maxLength={2000}
            value={description}
            error={descriptionFault}
            help="Search engines and previews of links show it."
            onChange={(event) => setDescription(event.target.value)}
          />
        </div>
        <StartingPoints
          templates={templates.data}
          isLoading={templates.isPending}
          problem={templates.isError ? explain(templates.error) : undefined}
          chosen={templateId}
          onChoose={(id) => setParameters(id === '' ? {} : { template: id }, { replace: true })}
        />
        <div className={styles.actions}>
          <ButtonLink to="/" size="large">
            Cancel
          </ButtonLink>
          <Button type="submit" tone="primary" size="large" isBusy={create.isPending}>
            Create page
          </Button>
        </div>
      </form>
    </FormScreen>
  );
}
