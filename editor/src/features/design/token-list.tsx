import { Plus, SearchX, SwatchBook } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { countOf, type TokenView } from './design-view.ts';
import { GroupMenu } from './group-menu.tsx';
import { PlaceDialogs, type PlaceAction } from './place-dialogs.tsx';
import styles from './token-list.module.css';
import { TokenRow } from './token-row.tsx';
import { kinds, matches, sectionsOf, type Kind } from './tokens/token-groups.ts';
import { aliasOf } from '../../tokens/token-tree.ts';
import { useDesign, useView } from './use-design.ts';

/** All tokens by kind, or those that a search finds, of which one at a time is open. */
export function TokenList() {
  const { mayEdit } = useDesign();
  const view = useView();
  const [kind, setKind] = useState<Kind>('colors');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [isContrastOnly, setIsContrastOnly] = useState(false);
  const there = kinds.filter(({ value }) => countOf(view, value) > 0);
  const chosen = there.some(({ value }) => value === kind) ? kind : (there[0]?.value ?? 'colors');
  const isPicking = isContrastOnly && view.contrast.length > 0;
  const isSearching = search.trim() !== '' || isPicking;
  const found = !isSearching ? [] : view.tokens.filter(({ token, values, contrast }) => (!isPicking || contrast.length > 0) && matches(token, search.trim(), values.map(({ words }) => words).join(' ')));
  const [action, setAction] = useState<PlaceAction | null>(null);
  const toggle = useCallback((path: string) => setOpen((before) => (before === path ? null : path)), []);
  const rows = { open, onToggle: toggle, onAct: setAction };
  const dialogs = (
    <PlaceDialogs
      action={action}
      onAdded={(path) => {
        setAction(null);
        setIsContrastOnly(false);
        setSearch(path);
        setOpen(path);
      }}
      onRenamed={(from, to) => {
        setAction(null);
        if (open === from.join('.')) setOpen(to.join('.'));
      }}
      onClose={() => setAction(null)}
    />
  );
  const add = mayEdit && (
    <Button icon={<Plus size={15} />} onClick={() => setAction({ kind: 'add', group: '' })}>
      Add a token
    </Button>
  );

  if (view.tokens.length === 0) {
    return (
      <>
        <EmptyState icon={<SwatchBook size={24} />} title="No design tokens yet" action={add}>
          Import a file, or begin with one of the themes of the dashboard.
        </EmptyState>
        {dialogs}
      </>
    );
  }
  return (
    <div className={styles.list}>
      <div className={styles.top}>
        <SearchField label="Search tokens" value={search} onChange={setSearch} delay={0} />
        {add}
      </div>
      {view.contrast.length > 0 && (
        <div className={styles.warning} role="status">
          <span>{view.contrast.length === 1 ? 'One pair of colours is hard to tell apart.' : `${String(view.contrast.length)} pairs of colours are hard to tell apart.`}</span>
          <Button size="small" aria-pressed={isPicking} onClick={() => setIsContrastOnly(!isPicking)}>
            {isPicking ? 'Show all tokens' : 'Show them'}
          </Button>
        </div>
      )}
      {isSearching ? (
        <section aria-label="Found tokens">
          <p className={styles.count} role="status">
            {found.length === 1 ? '1 token' : `${String(found.length)} tokens`}
          </p>
          {found.length === 0 && (
            <EmptyState size="small" icon={<SearchX size={22} />} title="No token matches">
              Nothing was found for “{search}”.
            </EmptyState>
          )}
          <Rows {...rows} tokens={found} isPathShown />
        </section>
      ) : (
        <Tabs label="Kinds of tokens" value={chosen} tabs={there} onChange={setKind}>
          {there.map(({ value }) => (
            <TabPanel key={value} value={value} className={styles.panel}>
              <Sections {...rows} tokens={view.tokens.filter((token) => token.kind === value)} />
            </TabPanel>
          ))}
        </Tabs>
      )}
      {dialogs}
    </div>
  );
}

interface RowsProps {
  tokens: readonly TokenView[];
  open: string | null;
  onToggle: (path: string) => void;
  onAct: (action: PlaceAction) => void;
}

function Sections({ tokens, ...rows }: RowsProps) {
  const { mayEdit } = useDesign();
  const view = useView();
  const sections = sectionsOf(
    tokens.map(({ token }) => token),
    ({ value }) => aliasOf(value) !== null,
  );
  return sections.map(({ name, title, tokens: own }) => (
    <section key={name} className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {mayEdit && name !== '' && <GroupMenu path={name} title={title} onAct={rows.onAct} />}
      </div>
      <Rows {...rows} tokens={own.flatMap(({ path }) => view.byPath.get(path) ?? [])} />
    </section>
  ));
}

function Rows({ tokens, open, onToggle, onAct, isPathShown = false }: RowsProps & { isPathShown?: boolean }) {
  if (tokens.length === 0) return null;
  return (
    <ul className={styles.rows}>
      {tokens.map((shown) => (
        <TokenRow key={shown.token.path} shown={shown} isOpen={open === shown.token.path} onToggle={onToggle} onAct={onAct} isPathShown={isPathShown} />
      ))}
    </ul>
  );
}
