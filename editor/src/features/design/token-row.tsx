import { ChevronDown, CircleAlert, PencilLine, Trash2, TriangleAlert } from 'lucide-react';
import { memo, useId, type KeyboardEvent } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { ThemeValue, TokenView } from './design-view.ts';
import type { PlaceAction } from './place-dialogs.tsx';
import { TokenEditor } from './token-editor.tsx';
import styles from './token-row.module.css';
import { TokenSample } from './token-sample.tsx';
import { ratioText } from './tokens/contrast.ts';
import type { Token } from '../../tokens/token-tree.ts';
import { titleOf } from './tokens/token-groups.ts';
import { useDesign, useFault } from './use-design.ts';

interface TokenRowProps {
  shown: TokenView;
  isOpen: boolean;
  onToggle: (path: string) => void;
  onAct: (action: PlaceAction) => void;
  /** Its whole path instead of its name: among the finds of a search. */
  isPathShown: boolean;
}

/** Drawn anew only where something of this token is another. */
export const TokenRow = memo(function TokenRow({ shown, isOpen, onToggle, onAct, isPathShown }: TokenRowProps) {
  const id = useId();
  const { mayEdit } = useDesign();
  const { token, values, differs, contrast, kind } = shown;
  const visible = token.type === 'color' || differs ? values : values.slice(0, 1);
  const use = token.type !== 'dimension' ? undefined : kind === 'typography' ? 'letters' : kind === 'radii' ? 'corners' : undefined;
  const worst = [...contrast].sort((one, other) => one.ratio - other.ratio)[0];
  const fault = useFault(token.path);
  const isChangeable = mayEdit && isNamed(token);
  const press = (event: KeyboardEvent): void => {
    const kind = event.key === 'F2' ? 'rename' : event.key === 'Delete' ? 'delete' : null;
    if (kind === null || !isChangeable) return;
    event.preventDefault();
    onAct({ kind, names: token.names });
  };
  return (
    <li className={styles.item} data-open={isOpen || undefined}>
      <button type="button" className={styles.row} aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} aria-keyshortcuts={isChangeable ? 'F2 Delete' : undefined} onClick={() => onToggle(token.path)} onKeyDown={press}>
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
          {isChangeable && (
            <div className={styles.actions}>
              <Button size="small" tone="quiet" icon={<PencilLine size={14} />} aria-label={`${token.path}: rename`} onClick={() => onAct({ kind: 'rename', names: token.names })}>
                Rename…
              </Button>
              <Button size="small" tone="quiet" icon={<Trash2 size={14} />} aria-label={`${token.path}: delete`} onClick={() => onAct({ kind: 'delete', names: token.names })}>
                Delete…
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
});

const summary = ({ alias, words }: ThemeValue): string => (alias === null ? words : `→ ${alias}`);

/** What a group takes over from another one, or has as its own value, has no name to change here. */
const isNamed = ({ isInherited, names }: Token): boolean => !isInherited && names.at(-1) !== '$root';
