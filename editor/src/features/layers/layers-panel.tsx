import { Layers } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';

import { removeNodes } from '../../session/commands.ts';
import type { MenuPoint } from '../../session/editor-state.ts';
import { renameNode } from '../../session/node-settings.ts';
import { useEditorState, useSession, useStructureVersion } from '../../session/react.ts';
import { tellRefusal } from '../../session/refusals.ts';
import { toggleSelected } from '../../session/selection.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useIsByFinger } from '../../ui/use-is-by-finger.ts';

import { LayerItem } from './layer-item.tsx';
import styles from './layers-panel.module.css';
import { rowsInView, visibleRows, type LayerRow } from './rows.ts';
import { useLayerDrag } from './use-layer-drag.ts';

const rowHeights = { mouse: 30, finger: 44 };

// The page as a tree. Only the rows in view are drawn, so that a page of ten thousand nodes scrolls like one of ten.
export function LayersPanel() {
  const session = useSession();
  const rowHeight = useIsByFinger() ? rowHeights.finger : rowHeights.mouse;
  const structure = useStructureVersion();
  const selection = useEditorState((state) => state.selection);
  const selected = useEditorState((state) => state.selected);
  const isSelected = useMemo(() => new Set(selected), [selected]);
  const hovered = useEditorState((state) => state.hovered);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set<string>());
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const rows = useMemo(() => {
    void structure; // the tree is read anew whenever who stands where has changed
    return visibleRows(session.tree, expanded);
  }, [session, expanded, structure]);
  const { drop, start } = useLayerDrag(list, rows, rowHeight);

  // The list is only there when it has rows.
  const hasRows = rows.length > 0;
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasRows]);

  const unfold = useCallback(
    (id: string) => {
      const ancestors = session.tree.ancestors(id);
      setExpanded((open) => (ancestors.every((ancestor) => open.has(ancestor)) ? open : new Set([...open, ...ancestors])));
    },
    [session],
  );
  const bringIntoView = useCallback(
    (position: number) => {
      const element = list.current;
      if (!element || position < 0) return;
      const top = position * rowHeight;
      if (top < element.scrollTop) element.scrollTop = top - rowHeight;
      else if (top + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = top - element.clientHeight + 2 * rowHeight;
      setView({ top: element.scrollTop, height: element.clientHeight });
    },
    [rowHeight],
  );

  // What is selected elsewhere is brought into view, its ancestors opened.
  useEffect(() => {
    if (selection !== null) unfold(selection);
  }, [unfold, selection, structure]);
  const index = useMemo(() => rows.findIndex((row) => row.id === selection), [rows, selection]);
  useEffect(() => bringIntoView(index), [bringIntoView, index]);

  const toggle = useCallback((id: string) => {
    setExpanded((open) => {
      const next = new Set(open);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  // Where a range begins that is chosen with Shift: the row that was last chosen without.
  const anchor = useRef<string | null>(null);
  const selectRange = (to: string) => {
    const ends = [anchor.current ?? selection ?? to, to].map((id) => rows.findIndex((row) => row.id === id)).filter((at) => at >= 0);
    const range = rows.slice(Math.min(...ends), Math.max(...ends) + 1).map(({ id }) => id);
    session.selectAll([...range.filter((id) => id !== to), to]);
  };
  const select = ({ shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>, id: string) => {
    if (shiftKey) return selectRange(id);
    anchor.current = id;
    if (ctrlKey || metaKey) toggleSelected(session, id);
    else session.select(id);
  };
  // A press on a row: as with Ctrl where several are being selected.
  const choose = (event: MouseEvent, id: string) => {
    const { selectsSeveral } = session.state.get();
    select(selectsSeveral && !event.shiftKey ? { shiftKey: false, ctrlKey: true, metaKey: false } : event, id);
  };
  // A name is written in its row, wherever that was when it was asked for.
  const renaming = useEditorState((state) => state.renaming);
  const renamedIndex = useMemo(() => rows.findIndex((row) => row.id === renaming), [rows, renaming]);
  useEffect(() => {
    if (renaming === null) return;
    if (session.tree.node(renaming)) unfold(renaming);
    else session.state.update({ renaming: null });
  }, [session, unfold, renaming, structure]);
  useEffect(() => bringIntoView(renamedIndex), [bringIntoView, renamedIndex]);
  const rename = (id: string) => {
    if (session.state.get().canEdit) session.state.update({ renaming: id });
  };
  const finishRenaming = useCallback(
    (id: string, name: string | null) => {
      const isLast = session.state.get().renaming === id;
      if (isLast) session.state.update({ renaming: null });
      if (name !== null) tellRefusal(session, renameNode(session, id, name));
      if (isLast) document.getElementById(`layer-${id}`)?.focus();
    },
    [session],
  );
  const hover = useCallback((id: string | null) => session.hover(id), [session]);

  // By the right button and a finger that holds it at the pointer, by a key below the row.
  const openMenu = (id: string, point: MenuPoint) => {
    if (!isSelected.has(id)) select({ shiftKey: false, ctrlKey: session.state.get().selectsSeveral, metaKey: false }, id);
    session.menu.set(point);
  };
  const menuBelow = (row: HTMLElement): MenuPoint => {
    const { left, bottom } = row.getBoundingClientRect();
    return { x: left + 24, y: bottom };
  };

  // The row that the focus is on its way to, and gets once it is drawn: keys that are pressed faster than the screen is drawn are about that one.
  const goingTo = useRef<{ id: string; isThere: boolean } | null>(null);
  useLayoutEffect(() => {
    const target = goingTo.current;
    if (target === null || target.isThere) return;
    const row = document.getElementById(`layer-${target.id}`);
    if (row === null) return;
    target.isThere = true;
    row.focus();
    requestAnimationFrame(() => {
      if (goingTo.current === target) goingTo.current = null;
    });
  });
  const focusRow = (position: number, keys: Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>) => {
    const row = rows[position];
    if (!row) return;
    select({ shiftKey: keys.shiftKey, ctrlKey: false, metaKey: false }, row.id);
    goingTo.current = { id: row.id, isThere: false };
    bringIntoView(position);
  };
  const remove = (id: string) => {
    tellRefusal(session, removeNodes(session, isSelected.has(id) ? selected : [id]));
    const next = session.state.get().selection;
    goingTo.current = next === null ? null : { id: next, isThere: false };
  };

  const press = (event: KeyboardEvent, pressed: LayerRow) => {
    const row = rows.find(({ id }) => id === goingTo.current?.id) ?? pressed;
    const position = rows.indexOf(row);
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusRow(position + 1, event),
      ArrowUp: () => focusRow(position - 1, event),
      Home: () => focusRow(0, event),
      End: () => focusRow(rows.length - 1, event),
      ArrowRight: () => {
        if (row.hasChildren && !row.isExpanded) toggle(row.id);
        else if (row.hasChildren) focusRow(position + 1, event);
      },
      ArrowLeft: () => {
        if (row.isExpanded) toggle(row.id);
        else focusRow(rows.findLastIndex((other, at) => at < position && other.level < row.level), event);
      },
      Enter: () => select(event, row.id),
      ' ': () => select({ shiftKey: false, ctrlKey: true, metaKey: false }, row.id),
      Delete: () => remove(row.id),
      Backspace: () => remove(row.id),
      F2: () => rename(row.id),
    };
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      event.preventDefault();
      event.stopPropagation();
      return openMenu(row.id, menuBelow(event.currentTarget as HTMLElement));
    }
    const move = moves[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  if (rows.length === 0) {
    return (
      <EmptyState size="small" icon={<Layers size={20} />} title="Nothing on this page yet">
        Add a component, and it shows here.
      </EmptyState>
    );
  }
  const { first, last } = rowsInView(view.top, view.height, rowHeight, rows.length);
  const focusable = index >= first && index < last ? selection : rows[first]?.id;
  return (
    <div
      ref={list}
      className={styles.list}
      role="tree"
      aria-label="Layers"
      aria-multiselectable="true"
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
      onPointerDown={() => (goingTo.current = null)}
      onPointerLeave={() => hover(null)}
    >
      <div role="presentation" style={{ height: rows.length * rowHeight, position: 'relative' }}>
        {rows.slice(first, last).map((row, offset) => (
          <LayerItem
            key={row.id}
            row={row}
            top={(first + offset) * rowHeight}
            height={rowHeight}
            isSelected={isSelected.has(row.id)}
            isRenaming={row.id === renaming}
            isHovered={row.id === hovered}
            isFocusable={row.id === focusable}
            onSelect={choose}
            onRename={rename}
            onRenamed={finishRenaming}
            onToggle={toggle}
            onHover={hover}
            onMenu={(event) => {
              event.preventDefault();
              openMenu(row.id, { x: event.clientX, y: event.clientY });
            }}
            onPress={(event) => start(event, row, (x, y) => openMenu(row.id, { x, y }))}
            onKeyDown={press}
          />
        ))}
        {drop && (
          <div
            className={styles.drop}
            data-zone={drop.zone}
            data-refused={drop.isRefused || undefined}
            style={{ top: rows.indexOf(drop.row) * rowHeight, height: rowHeight }}
          />
        )}
      </div>
    </div>
  );
}
