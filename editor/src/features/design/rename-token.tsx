import { useId, useState } from 'react';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import dialogs from './dialogs.module.css';
import { referrersOf } from './tokens/references.ts';
import { nameFault, renamed } from './tokens/token-places.ts';
import { useDesign, useView } from './use-design.ts';

interface RenameTokenProps {
  /** Of a token or a group. */
  names: readonly string[];
  onRenamed: (names: readonly string[]) => void;
  onClose: () => void;
}

/** Asks for another name, and whether what refers to the old one shall refer to the new. */
export function RenameToken({ names, onRenamed, onClose }: RenameTokenProps) {
  const { draft } = useDesign();
  const { document, byPath } = useView();
  const id = useId();
  const present = names.at(-1) ?? '';
  const group = names.slice(0, -1);
  const [name, setName] = useState(present);
  const [areReferencesChanged, setAreReferencesChanged] = useState(true);
  const count = referrersOf(document, names).length;
  const fault = nameFault(document, group, name.trim(), present);
  const isToken = byPath.has(names.join('.'));

  const rename = (): void => {
    const next = name.trim();
    if (next !== present) draft.change(renamed(draft.document, names, next, areReferencesChanged));
    onRenamed([...group, next]);
  };

  return (
    <FormDialog
      title={`Rename ${isToken ? 'the token' : 'the group'} ${names.join('.')}`}
      description={`Pages and components that use ${isToken ? 'it' : 'its tokens'} by the old name do without once this is published.`}
      confirmLabel="Rename"
      isReady={fault === null}
      onConfirm={rename}
      onClose={onClose}
    >
      <TextField
        label="Name"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={name}
        error={fault ?? undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
      />
      {count > 0 && (
        <div className={dialogs.option}>
          <Switch id={id} isOn={areReferencesChanged} onChange={setAreReferencesChanged} aria-describedby={`${id}-help`} />
          <label htmlFor={id}>{count === 1 ? 'Change the one reference to it too' : `Change the ${String(count)} references to it too`}</label>
          <p id={`${id}-help`} className={dialogs.hint}>
            {areReferencesChanged ? 'Other tokens go on having its value.' : 'They lead nowhere then, and the draft can’t be saved until they are changed.'}
          </p>
        </div>
      )}
    </FormDialog>
  );
}
