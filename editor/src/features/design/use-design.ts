import { createContext, useContext, useSyncExternalStore } from 'react';
import type { JsonValue } from '../../engine/json.ts';
import type { DesignDraft, DesignState } from './design-draft.ts';
import type { DesignView } from './design-view.ts';
import type { TokenFault } from './tokens/faults.ts';
import { overrideOf, removeOverride, setValue } from './tokens/edit-tokens.ts';
import { aliasOf, type Token } from '../../tokens/token-tree.ts';

export interface Design {
  draft: DesignDraft;
  mayEdit: boolean;
}

export const DesignContext = createContext<Design | null>(null);
export const ViewContext = createContext<DesignView | null>(null);

export function useDesign(): Design {
  const design = useContext(DesignContext);
  if (!design) throw new Error('This component stands outside of the design screen.');
  return design;
}

/** All tokens as they are now: another one at every change. */
export function useView(): DesignView {
  const view = useContext(ViewContext);
  if (!view) throw new Error('This component stands outside of the design screen.');
  return view;
}

export function useDesignState(draft: DesignDraft): DesignState {
  return useSyncExternalStore(draft.state.subscribe, draft.state.get);
}

/** What is wrong with a token; undefined where nothing is. */
export function useFault(path: string): TokenFault | undefined {
  const { state } = useDesign().draft;
  return useSyncExternalStore(state.subscribe, () => state.get().faults.find((fault) => fault.path === path));
}

/** Changes the value of a token under a theme (null: without one). Changes of one value that follow each other are one step of undo. */
export function useSetValue(): (token: Token, theme: string | null, value: JsonValue) => void {
  const { draft } = useDesign();
  return (token, theme, value) => {
    const before = theme === null ? token.value : overrideOf(draft.document, token, theme);
    // Taking another token's value, or leaving it, is a step by itself.
    const isSwitch = aliasOf(value) !== null || aliasOf(before) !== null || before === undefined;
    draft.change(setValue(draft.document, token, theme, value), isSwitch ? null : `${token.path} ${theme ?? ''}`);
  };
}

export function useRemoveOverride(): (token: Token, theme: string) => void {
  const { draft } = useDesign();
  return (token, theme) => draft.change(removeOverride(draft.document, token, theme));
}
