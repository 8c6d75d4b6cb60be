import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names.ts';
import styles from './menu.module.css';
import { useFocusReturn } from './use-focus-return.ts';

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

interface MenuAtProps {
  /** In the window's pixels. */
  point: { x: number; y: number };
  label: string;
  onClose: () => void;
  /** Once the focus is back where it was: for what opens something else. */
  onClosed?: () => void;
  children: ReactNode;
}

/** A menu that is open at a place of the window, without a button. What had the focus before gets it back. */
export function MenuAt({ point, label, onClose, onClosed, children }: MenuAtProps) {
  const returnFocus = useFocusReturn(true);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" style={{ position: 'fixed', left: point.x, top: point.y, width: 1, height: 1, pointerEvents: 'none' }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          key={`${String(point.x)} ${String(point.y)}`}
          className={styles.menu}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={label}
          aria-labelledby={undefined}
          onCloseAutoFocus={(event) => {
            returnFocus(event);
            onClosed?.();
          }}
        >
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

interface MenuPlaceProps {
  icon?: ReactNode;
  to: string;
  children: ReactNode;
}

/** Leads to another screen of the editor. */
export function MenuPlace({ icon, to, children }: MenuPlaceProps) {
  return (
    <DropdownMenu.Item className={styles.item} asChild>
      <Link to={to}>
        <span className={styles.icon}>{icon}</span>
        <span className={styles.text}>{children}</span>
      </Link>
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

interface SubMenuProps {
  icon?: ReactNode;
  label: string;
  children: ReactNode;
}

/** More items behind one, which opens beside it. */
export function SubMenu({ icon, label, children }: SubMenuProps) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={styles.item}>
        <span className={styles.icon}>{icon}</span>
        <span className={styles.text}>{label}</span>
        <ChevronRight size={14} className={styles.icon} aria-hidden="true" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={styles.menu} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className={styles.label}>{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className={styles.line} />;
}
