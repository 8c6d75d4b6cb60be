import { useState } from 'react';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

interface TextDialogProps {
  title: string;
  description: string;
  label: string;
  initial: string;
  confirmLabel: string;
  faultOf: (text: string) => string | undefined;
  onConfirm: (text: string) => void;
  onClose: () => void;
}

/** Asks for one text. */
export function TextDialog({ title, description, label, initial, confirmLabel, faultOf, onConfirm, onClose }: TextDialogProps) {
  const [text, setText] = useState(initial);
  const [isAsked, setIsAsked] = useState(false);
  const fault = faultOf(text);
  return (
    <FormDialog
      title={title}
      description={description}
      confirmLabel={confirmLabel}
      onConfirm={() => {
        setIsAsked(true);
        if (fault !== undefined) return;
        onConfirm(text);
        onClose();
      }}
      onClose={onClose}
    >
      <TextField
        label={label}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={text}
        error={isAsked || text !== initial ? fault : undefined}
        onChange={(event) => setText(event.target.value)}
      />
    </FormDialog>
  );
}
