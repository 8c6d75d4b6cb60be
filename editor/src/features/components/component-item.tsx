import { Star } from 'lucide-react';

import { rememberedList, rememberList } from '../../api/remembered.ts';
import type { ComponentDefinition } from '../../engine/component.ts';
import { insertComponent } from '../../session/commands.ts';
import { dragByPress } from '../../session/dragging.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { tellRefusal } from '../../session/refusals.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';

import styles from './components-panel.module.css';
import type { Peek } from './use-peek.ts';

interface ComponentItemProps {
  definition: ComponentDefinition;
  isFavourite: boolean;
  isTabStop: boolean;
  peek: Peek;
}

export function ComponentItem({ definition, isFavourite, isTabStop, peek }: ComponentItemProps) {
  const session = useSession();
  const canEdit = useEditorState((state) => state.canEdit && state.mode === 'edit');
  const { name, display_name: label, category } = definition;
  const add = () => {
    peek.close();
    tellRefusal(session, insertComponent(session, name));
  };
  return (
    <>
      <button
        type="button"
        className={styles.item}
        disabled={!canEdit}
        tabIndex={isTabStop ? 0 : -1}
        data-component={name}
        onClick={add}
        onPointerDown={(event) => {
          peek.close();
          if (canEdit) dragByPress(session, event.nativeEvent, event.currentTarget, { source: { kind: 'component', component: name }, label });
        }}
        onPointerEnter={(event) => {
          if (event.pointerType === 'mouse') peek.open(name, event.currentTarget);
        }}
        onPointerLeave={peek.close}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) peek.open(name, event.currentTarget);
        }}
        onBlur={peek.close}
      >
        <ComponentIcon name={name} category={category} size={18} />
        <span>{label}</span>
      </button>
      <button
        type="button"
        className={styles.star}
        aria-label={`${label} as a favourite`}
        aria-pressed={isFavourite}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => toggleFavourite(name)}
      >
        <Star size={13} aria-hidden="true" />
      </button>
    </>
  );
}

function toggleFavourite(name: string): void {
  const list = rememberedList('favourite-components');
  rememberList('favourite-components', list.includes(name) ? list.filter((other) => other !== name) : [...list, name]);
}
