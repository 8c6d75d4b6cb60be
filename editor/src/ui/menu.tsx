import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './menu.module.css';

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end' | undefined;
  children: ReactNode;
}

export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={6} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string | undefined;
  isDangerous?: boolean | undefined;
  isDisabled?: boolean | undefined;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, shortcut, isDangerous = false, isDisabled = false, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={classNames(styles.item, isDangerous && styles.dangerous)} disabled={isDisabled} onSelect={onSelect}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.text}>{children}</span>
      {shortcut !== undefined && <kbd className={styles.shortcut}>{shortcut}</kbd>}
    </DropdownMenu.Item>
  );
}

interface MenuLinkProps {
  icon?: ReactNode;
  href: string;
  children: ReactNode;
}

/** Leads out of the editor, to a tab of its own. */
export function MenuLink({ icon, href, children }: MenuLinkProps) {
  return (
    <DropdownMenu.Item className={styles.item} asChild>
      <a href={href} target="_blank" rel="noopener">
        <span className={styles.icon}>{icon}</span>
        <span className={styles.text}>{children}</span>
      </a>
    </DropdownMenu.Item>
  );
}

interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
}

/** A group of which one is chosen. */
export function MenuChoice<Value extends string>({ label, value, choices, onChange }: MenuChoiceProps<Value>) {
  return (
    <>
      <DropdownMenu.Label className={styles.label}>{label}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup
        value={value}
        onValueChange={(chosen) => {
          const choice = choices.find((candidate) => candidate.value === chosen);
          if (choice !== undefined) onChange(choice.value);
        }}
      >
        {choices.map((choice) => (
          <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={styles.item}>
            <span className={styles.icon}>{choice.icon}</span>
            <span className={styles.text}>{choice.label}</span>
            <DropdownMenu.ItemIndicator className={styles.check}>
              <Check size={15} />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className={styles.label}>{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className={styles.line} />;
}
