import { ChevronDown, CircleAlert, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { Badge } from '../../ui/badge.tsx';
import type { ThemeValue, TokenView } from './design-view.ts';
import { TokenEditor } from './token-editor.tsx';
import styles from './token-row.module.css';
import { TokenSample } from './token-sample.tsx';
import { ratioText } from './tokens/contrast.ts';
import { titleOf } from './tokens/token-groups.ts';
import { useDesign, useDesignState } from './use-design.ts';

interface TokenRowProps {
  shown: TokenView;
  isOpen: boolean;
  onToggle: () => void;
  /** Its whole path instead of its name: among the finds of a search. */
  isPathShown: boolean;
}

export function TokenRow({ shown, isOpen, onToggle, isPathShown }: TokenRowProps) {
  const id = useId();
  const { draft } = useDesign();
  const { faults } = useDesignState(draft);
  const { token, values, differs, contrast, kind } = shown;
  const visible = token.type === 'color' || differs ? values : values.slice(0, 1);
  const use = token.type !== 'dimension' ? undefined : kind === 'typography' ? 'letters' : kind === 'radii' ? 'corners' : undefined;
  const worst = [...contrast].sort((one, other) => one.ratio - other.ratio)[0];
  const fault = faults.find(({ path }) => path === token.path);
  return (
    <li className={styles.item} data-open={isOpen || undefined}>
      <button type="button" className={styles.row} aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={onToggle}>
        <span className={styles.samples}>
          {visible.map(({ theme, value }) => (
            <TokenSample key={theme ?? ''} type={token.type} value={value} use={use} />
          ))}
        </span>
        <span className={styles.words}>
          <span className={styles.name}>
            {isPathShown ? token.path : titleOf(token.names.at(-1) ?? '')}
            {token.deprecated !== null && <Badge>Deprecated</Badge>}
          </span>
          <span className={styles.detail}>
            {(differs ? values : values.slice(0, 1)).map((value, index) => (
              <span key={value.theme ?? ''}>
                {index > 0 && <span aria-hidden="true"> · </span>}
                {differs && <span className="visually-hidden">{value.label}: </span>}
                {summary(value)}
              </span>
            ))}
          </span>
        </span>
        {fault !== undefined && (
          <span className={styles.fault}>
            <CircleAlert size={14} aria-hidden="true" /> Not valid
          </span>
        )}
        {worst !== undefined && (
          <span className={styles.contrast}>
            <TriangleAlert size={14} aria-hidden="true" />
            <span className="visually-hidden">Low contrast: </span>
            {ratioText(worst.ratio)}
          </span>
        )}
        <ChevronDown size={15} className={styles.arrow} aria-hidden="true" />
      </button>
      {isOpen && (
        <div id={id}>
          <TokenEditor shown={shown} />
        </div>
      )}
    </li>
  );
}

const summary = ({ alias, words }: ThemeValue): string => (alias === null ? words : `→ ${alias}`);
