import { Palette, Rocket, Settings } from 'lucide-react';
import { Link, Outlet, useLocation } from 'react-router';
import { useUser } from '../api/use-credentials.ts';
import { Logo } from '../ui/logo.tsx';
import { DashboardHelp } from './dashboard-help.tsx';
import { UserMenu } from './user-menu.tsx';
import styles from './signed-in-layout.module.css';

/** The bar at the top of everything but the edit screen. */
export function SignedInLayout() {
  const { organization } = useUser();
  const { pathname } = useLocation();
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.home}>
          <Logo />
          <span className={styles.product}>Pagewright</span>
          <span className={styles.line} aria-hidden="true" />
          <span className={styles.organization}>{organization.name}</span>
          <span className="visually-hidden">: all pages</span>
        </Link>
        <div className={styles.end}>
          <Link to="/design" className={styles.place} aria-current={pathname === '/design' ? 'page' : undefined}>
            <Palette size={16} aria-hidden="true" />
            <span>Design</span>
          </Link>
          <Link to="/releases" className={styles.place} aria-current={pathname.startsWith('/releases') ? 'page' : undefined}>
            <Rocket size={16} aria-hidden="true" />
            <span>Published</span>
          </Link>
          <Link to="/settings" className={styles.place} aria-current={pathname.startsWith('/settings') ? 'page' : undefined}>
            <Settings size={16} aria-hidden="true" />
            <span>Settings</span>
          </Link>
          <DashboardHelp />
          <UserMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </>
  );
}
