import { Lock } from 'lucide-react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { useUser } from '../../api/use-credentials.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { SettingsPage } from '../../ui/settings-page.tsx';
import { sectionAt, sectionGroups, type SettingsSection } from './settings-section.ts';
import styles from './settings-layout.module.css';

/** The frame of the settings: their sections at the side, on narrow screens in a list that opens, and beside them the one that is looked at. */
export function SettingsLayout({ sections }: { sections: readonly SettingsSection[] }) {
  const user = useUser();
  const navigate = useNavigate();
  const current = sectionAt(sections, useLocation().pathname);
  const groups = sectionGroups(sections, user);
  const offered = groups.flatMap((group) => group.sections);
  return (
    <div className={styles.settings}>
      <nav className={styles.side} aria-label="Settings">
        {groups.map(({ group, sections: grouped }) => (
          <div key={group} className={styles.group}>
            <h2 className={styles.heading}>{group}</h2>
            <ul>
              {grouped.map(({ path, label, icon: Icon }) => (
                <li key={path}>
                  <Link to={`/settings/${path}`} className={styles.link} aria-current={path === current?.path ? 'page' : undefined}>
                    <Icon size={16} aria-hidden="true" />
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={styles.narrow}>
        <Select
          label="Section of the settings"
          value={current?.path ?? ''}
          options={offered.map(({ path, label, icon: Icon }) => ({ value: path, label, icon: <Icon size={16} aria-hidden="true" /> }))}
          onChange={(path) => void navigate(`/settings/${path}`)}
          className={styles.choice}
        />
      </div>
      <div className={styles.content}>{current === undefined || current.isFor(user) ? <Outlet /> : <NotForYou label={current.label} />}</div>
    </div>
  );
}

function NotForYou({ label }: { label: string }) {
  return (
    <SettingsPage title={label}>
      <EmptyState icon={<Lock size={24} />} title="This is not for your role">
        Ask an administrator of your organisation, who may look at this and can change what your role is.
      </EmptyState>
    </SettingsPage>
  );
}
