import { SettingsPage } from '../../ui/settings-page.tsx';
import { Devices } from './devices.tsx';
import { PasswordForm } from './password-form.tsx';

/** How somebody signs in, and where they are signed in now. */
export function PasswordAndDevices() {
  return (
    <SettingsPage title="Password and devices">
      <PasswordForm />
      <Devices />
    </SettingsPage>
  );
}
