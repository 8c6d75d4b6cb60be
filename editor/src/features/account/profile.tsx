import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changeProfile } from '../../api/account.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import { roleMeans, roleNames } from '../../api/roles.ts';
import { useUser } from '../../api/use-credentials.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { SettingsPage, SettingsPart } from '../../ui/settings-page.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import styles from './account.module.css';

/** How somebody is called, how they are reached, and what they may. */
export function Profile() {
  const user = useUser();
  const { organization, role } = user;
  return (
    <SettingsPage title="Profile">
      <SettingsPart title="Name and e-mail" introduction="Colleagues see them beside what you change, comment on and publish. They are the same in all organisations that you belong to.">
        {/* What another tab saved is taken over; what is typed here is not lost by renewing the session. */}
        <ProfileForm key={`${user.name} ${user.email}`} name={user.name} email={user.email} />
      </SettingsPart>
      <SettingsPart title="Your role">
        <p className={styles.role}>
          <strong>{roleNames[role]}</strong> of {organization.name}. {roleMeans[role]}
        </p>
        {role !== 'admin' && <p className={styles.aside}>Administrators can give you another role.</p>}
      </SettingsPart>
    </SettingsPage>
  );
}

function ProfileForm({ name, email }: { name: string; email: string }) {
  const [wantedName, setWantedName] = useState(name);
  const [wantedEmail, setWantedEmail] = useState(email);
  const [password, setPassword] = useState('');
  const isOtherAddress = wantedEmail.trim().toLowerCase() !== email;
  const isChanged = wantedName.trim() !== name || isOtherAddress;
  const save = useMutation({
    mutationFn: () => changeProfile({ name: wantedName.trim(), ...(isOtherAddress ? { email: wantedEmail.trim(), currentPassword: password } : {}) }),
    onSuccess: () => showToast({ text: 'Your profile is saved.', tone: 'success' }),
  });
  const faultAt = (path: string) => {
    const fault = save.error instanceof Problem ? save.error.faultAt(path) : undefined;
    return fault === undefined ? undefined : sentence(fault);
  };
  const nameFault = faultAt('/name');
  const emailFault = faultAt('/email');
  const passwordFault = faultAt('/currentPassword');
  const hasOwnFault = [nameFault, emailFault, passwordFault].some((fault) => fault !== undefined);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !save.isPending) save.mutate();
      }}
    >
      <TextField label="Name" required maxLength={255} autoComplete="name" value={wantedName} error={nameFault} onChange={(event) => setWantedName(event.target.value)} />
      <TextField
        label="E-mail"
        type="email"
        required
        maxLength={255}
        autoComplete="username"
        value={wantedEmail}
        error={emailFault}
        help={isOtherAddress ? 'You sign in with this one from then on. We tell the address before of it.' : 'You sign in with it.'}
        onChange={(event) => setWantedEmail(event.target.value)}
      />
      {isOtherAddress && (
        <PasswordField label="Current password" value={password} onChange={setPassword} autoComplete="current-password" help="To make sure that it is you." error={passwordFault} />
      )}
      {save.isError && !hasOwnFault && <Notice tone="danger">{explain(save.error)}</Notice>}
      <div className={styles.buttons}>
        <Button type="submit" tone="primary" isBusy={save.isPending} disabled={!isChanged}>
          Save profile
        </Button>
      </div>
    </form>
  );
}
