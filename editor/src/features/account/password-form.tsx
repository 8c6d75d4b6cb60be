import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changePassword } from '../../api/account.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import { useUser } from '../../api/use-credentials.ts';
import { Button } from '../../ui/button.tsx';
import { NewPasswordField, shortestPassword } from '../../ui/new-password-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { SettingsPart } from '../../ui/settings-page.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import styles from './account.module.css';

export function PasswordForm() {
  const { email } = useUser();
  const queries = useQueryClient();
  const [present, setPresent] = useState('');
  const [wanted, setWanted] = useState('');
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const change = useMutation({
    mutationFn: () => changePassword(present, wanted),
    onSuccess: () => {
      setPresent('');
      setWanted('');
      setWasSubmitted(false);
      showToast({ text: 'Your password is changed. You are signed out everywhere else.', tone: 'success' });
      return queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const faultAt = (path: string) => {
    const fault = change.error instanceof Problem ? change.error.faultAt(path) : undefined;
    return fault === undefined ? undefined : sentence(fault);
  };
  const presentFault = faultAt('/currentPassword');
  const wantedFault = faultAt('/newPassword');
  return (
    <SettingsPart title="Password" introduction="Changing it signs you out everywhere but here. API tokens go on working.">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setWasSubmitted(true);
          if (wanted.length >= shortestPassword && !change.isPending) change.mutate();
        }}
      >
        {/* So that password managers know whose password it is. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label="Current password" value={present} onChange={setPresent} autoComplete="current-password" error={presentFault} />
        <NewPasswordField label="New password" value={wanted} onChange={setWanted} wasSubmitted={wasSubmitted} error={wantedFault} />
        {change.isError && presentFault === undefined && wantedFault === undefined && <Notice tone="danger">{explain(change.error)}</Notice>}
        <div className={styles.buttons}>
          <Button type="submit" tone="primary" isBusy={change.isPending} disabled={present === '' || wanted === ''}>
            Change password
          </Button>
        </div>
      </form>
    </SettingsPart>
  );
}
