import { ChevronRight } from 'lucide-react';
import { memo, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';

import { useLibrary, useNode } from '../../session/react.ts';
import { tellingWords } from '../../session/telling-words.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';

import { LayerMarks } from './layer-marks.tsx';
import { LayerName } from './layer-name.tsx';
import { LayerToggles } from './layer-toggles.tsx';
import styles from './layers-panel.module.css';
import type { LayerRow } from './rows.ts';

interface LayerItemProps {
  row: LayerRow;
  top: number;
  height: number;
  isSelected: boolean;
  isRenaming: boolean;
  isHovered: boolean;
  isFocusable: boolean;
  onSelect: (event: MouseEvent, id: string) => void;
  onToggle: (id: string) => void;
  onRename: (id: string) => void;
  onRenamed: (id: string, name: string | null) => void;
  onHover: (id: string | null) => void;
  onMenu: (event: MouseEvent<HTMLElement>) => void;
  onPress: (event: PointerEvent) => void;
  onKeyDown: (event: KeyboardEvent, row: LayerRow) => void;
}

export const LayerItem = memo(function LayerItem(props: LayerItemProps) {
  const { row, top, height, isSelected, isRenaming, isHovered, isFocusable, onSelect, onToggle, onRename, onRenamed, onHover, onMenu, onPress, onKeyDown } = props;
  const library = useLibrary();
  const node = useNode(row.id);
  if (!node) return null;
  const definition = library.find(node.component);
  const label = library.labelOf(node.component);
  const name = node.settings?.name;
  const words = name === undefined ? tellingWords(node.props) : label;
  return (
    <div
      id={`layer-${row.id}`}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.hasChildren ? row.isExpanded : undefined}
      aria-selected={isSelected}
      tabIndex={isFocusable ? 0 : -1}
      className={styles.row}
      data-hovered={isHovered || undefined}
      data-hidden={node.settings?.hidden}
      style={{ top, height, paddingInlineStart: 6 + (row.level - 1) * 14 }}
      onClick={(event) => onSelect(event, row.id)}
      onContextMenu={onMenu}
      onPointerEnter={() => onHover(row.id)}
      onPointerDown={onPress}
      onKeyDown={(event) => onKeyDown(event, row)}
      onDoubleClick={() => onRename(row.id)}
    >
      <span
        className={styles.toggle}
        data-expanded={row.isExpanded || undefined}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onToggle(row.id);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {row.hasChildren && <ChevronRight size={14} />}
      </span>
      <ComponentIcon name={node.component} category={definition?.category} size={15} />
      {isRenaming ? (
        <LayerName name={name ?? ''} placeholder={label} onDone={(given) => onRenamed(row.id, given)} />
      ) : (
        <>
          <span className={styles.label}>{name ?? label}</span> <span className={styles.excerpt}>{words}</span>
          <LayerMarks id={row.id} />
          <LayerToggles id={row.id} name={name ?? label} settings={node.settings} />
        </>
      )}
    </div>
  );
});
