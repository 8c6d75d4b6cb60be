import { Tabs as Radix } from 'radix-ui';
import { useEffect, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './tabs.module.css';
import { useBoxSize } from './use-box-size.ts';

interface TabsProps<Value extends string> {
  /** What the tabs are about, for screen readers. */
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly { value: Value; label: ReactNode; icon?: ReactNode }[];
  /** `bar` underlines the chosen tab; `filled` divides the width evenly, for panels. */
  look?: 'bar' | 'filled' | undefined;
  className?: string | undefined;
  /** TabPanels. */
  children: ReactNode;
}

export function Tabs<Value extends string>({ label, value, onChange, tabs, look = 'bar', className, children }: TabsProps<Value>) {
  const [list, { width }] = useBoxSize();
  // A bar that is wider than its place scrolls, and the chosen tab is to be seen.
  useEffect(() => {
    const bar = list.current;
    const tab = bar?.querySelector('[data-state="active"]');
    if (!bar || !tab) return;
    const [outer, inner] = [bar.getBoundingClientRect(), tab.getBoundingClientRect()];
    bar.scrollLeft += Math.max(0, inner.right - outer.right) + Math.min(0, inner.left - outer.left);
  }, [list, value, width]);
  return (
    <Radix.Root
      value={value}
      onValueChange={(chosen) => {
        const tab = tabs.find((candidate) => candidate.value === chosen);
        if (tab !== undefined) onChange(tab.value);
      }}
      className={className}
    >
      <Radix.List ref={list} className={classNames(styles.list, styles[look])} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={styles.tab}>
            {tab.icon}
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

export function TabPanel({ value, className, children }: { value: string; className?: string | undefined; children: ReactNode }) {
  return (
    <Radix.Content value={value} className={classNames(styles.panel, className)}>
      {children}
    </Radix.Content>
  );
}
