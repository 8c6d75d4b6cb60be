import { Braces, CircleUserRound, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { roleNames } from '../api/roles.ts';
import { useUser } from '../api/use-credentials.ts';
import { initialsOf } from '../ui/initials.ts';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink, MenuPlace } from '../ui/menu.tsx';
import { setTheme } from '../ui/theme.ts';
import { useTheme } from '../ui/use-theme.ts';
import { leaveAccount } from './leave-account.ts';
import styles from './user-menu.module.css';

const themes = [
  { value: 'system', label: 'As the system', icon: <Monitor size={16} /> },
  { value: 'light', label: 'Light', icon: <Sun size={16} /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={16} /> },
] as const;

export function UserMenu() {
  const user = useUser();
  const theme = useTheme();
  const name = user.name === '' ? user.email : user.name;
  return (
    <Menu
      trigger={
        <button type="button" className={styles.trigger}>
          <span aria-hidden="true">{initialsOf(name)}</span>
          <span className="visually-hidden">Account: {name}</span>
        </button>
      }
    >
      <div className={styles.person}>
        <p className={styles.name}>{name}</p>
        {name !== user.email && <p className={styles.detail}>{user.email}</p>}
        <p className={styles.detail}>{roleNames[user.role]}</p>
      </div>
      <MenuLine />
      <MenuPlace icon={<CircleUserRound size={16} />} to="/settings/profile">
        Your account
      </MenuPlace>
      <MenuPlace icon={<Settings size={16} />} to="/settings">
        Settings
      </MenuPlace>
      <MenuLine />
      <MenuChoice label="Appearance" value={theme} choices={themes} onChange={setTheme} />
      <MenuLine />
      <MenuLink icon={<Braces size={16} />} href="/api/docs">
        API documentation
      </MenuLink>
      <MenuItem
        icon={<LogOut size={16} />}
        onSelect={() => void leaveAccount()}
      >
        Sign out
      </MenuItem>
    </Menu>
  );
}
