import { Link2, Link2Off } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TokenPicker } from '../token-picker.tsx';
import { TokenSample } from '../token-sample.tsx';
import { resolved } from '../../../tokens/resolve.ts';
import { aliasOf } from '../../../tokens/token-tree.ts';
import { valueText } from '../../../tokens/value-text.ts';
import { useView } from '../use-design.ts';
import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { FreeControl } from './free-control.tsx';

const composite: ReadonlySet<string> = new Set(['shadow', 'gradient', 'typography', 'border', 'transition', 'cubicBezier']);
// Parts that are as a rule no token's: a list of tokens at each of a shadow's lengths would only be in the way.
const measures: ReadonlySet<string> = new Set(['dimension', 'duration', 'number', 'strokeStyle']);

/** A value of its own, or another token's; either can become the other. */
export function ValueControl(props: ControlProps & { type: string }) {
  const { type, label, value, onChange, isDisabled, theme, path, isPart = false } = props;
  const view = useView();
  const alias = aliasOf(value);
  const isComposite = composite.has(type);
  const pick = (
    <TokenPicker
      type={type}
      theme={theme}
      path={path}
      chosen={alias}
      label={`${label}: choose a token`}
      onChoose={(chosen) => onChange(`{${chosen}}`)}
      trigger={
        alias === null && isComposite ? (
          <Button size="small" tone="quiet" aria-label={`${label}: use another token’s value`} icon={<Link2 size={14} />}>
            Use another token’s value
          </Button>
        ) : alias === null ? (
          <IconButton label={`${label}: use another token’s value`} tooltip="Use another token’s value" size="small" icon={<Link2 size={15} />} />
        ) : (
          <button type="button" className={styles.alias} aria-label={`${label}: refers to ${alias}. Choose another token`}>
            → {alias}
          </button>
        )
      }
    />
  );
  if (alias === null) {
    return (
      <div className={classNames(styles.control, isComposite && styles.composite)}>
        <FreeControl {...props} />
        {!isDisabled && !(isPart && measures.has(type)) && pick}
      </div>
    );
  }
  const found = resolved(value, view.under.get(theme) ?? view.document);
  return (
    <div className={styles.control}>
      <TokenSample type={type} value={found} />
      {isDisabled ? <span className={styles.fixedAlias}>→ {alias}</span> : pick}
      <span className={styles.resolved}>{valueText(type, found)}</span>
      {!isDisabled && found !== null && (
        <IconButton label={`${label}: use a value of its own`} tooltip="Use a value of its own" size="small" icon={<Link2Off size={15} />} onClick={() => onChange(found)} />
      )}
    </div>
  );
}
