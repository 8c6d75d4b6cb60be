import { useId, useState } from 'react';
import { Field, TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { firstValues, groupFault, nameFault, withToken } from './tokens/token-places.ts';
import { useDesign, useView } from './use-design.ts';

const types = [
  { value: 'color', label: 'Colour' },
  { value: 'dimension', label: 'Size' },
  { value: 'fontFamily', label: 'Font family' },
  { value: 'fontWeight', label: 'Font weight' },
  { value: 'number', label: 'Number' },
  { value: 'shadow', label: 'Shadow' },
  { value: 'duration', label: 'Duration' },
  { value: 'cubicBezier', label: 'Easing' },
] as const;

interface AddTokenProps {
  /** Where it would go, as a path; empty: nowhere yet. */
  group: string;
  onAdded: (path: string) => void;
  onClose: () => void;
}

/** Asks for a new token's group, name and type. A group that there is not yet is made with it. */
export function AddToken({ group: first, onAdded, onClose }: AddTokenProps) {
  const { draft } = useDesign();
  const view = useView();
  const groupList = useId();
  const beside = view.tokens.findLast(({ token }) => token.names.slice(0, -1).join('.') === first)?.token.type;
  const [group, setGroup] = useState(first);
  const [name, setName] = useState('');
  const [type, setType] = useState<string>(types.some(({ value }) => value === beside) ? (beside ?? 'color') : 'color');
  const [isTried, setIsTried] = useState(false);
  const names = group.trim() === '' ? [] : group.split('.').map((part) => part.trim());
  const groups = [...new Set(view.tokens.map(({ token }) => token.names.slice(0, -1).join('.')))];
  const faults = { group: groupFault(view.document, names), name: nameFault(view.document, names, name.trim()) };

  const add = (): void => {
    setIsTried(true);
    if (faults.group !== null || faults.name !== null) return;
    const path = [...names, name.trim()];
    draft.change(withToken(draft.document, path, type, firstValues[type] ?? ''));
    onAdded(path.join('.'));
  };

  return (
    <FormDialog title="Add a token" description="Its value is chosen once it is there." confirmLabel="Add" onConfirm={add} onClose={onClose}>
      <TextField
        label="Group"
        help="Names with a dot between them, such as color.brand. A new group is made with its first token."
        list={groupList}
        autoFocus={first === ''}
        autoComplete="off"
        spellCheck={false}
        value={group}
        error={isTried ? (faults.group ?? undefined) : undefined}
        onChange={(event) => setGroup(event.target.value)}
      />
      <datalist id={groupList}>
        {groups.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <TextField label="Name" autoFocus={first !== ''} autoComplete="off" spellCheck={false} value={name} error={isTried ? (faults.name ?? undefined) : undefined} onChange={(event) => setName(event.target.value)} />
      <Field label="Type">{(control) => <Select {...control} value={type} options={types} onChange={setType} />}</Field>
    </FormDialog>
  );
}
