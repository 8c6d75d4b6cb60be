import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';

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
  const form = useId();
  const [text, setText] = useState(initial);
  const [isAsked, setIsAsked] = useState(false);
  const fault = faultOf(text);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary">
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          setIsAsked(true);
          if (fault !== undefined) return;
          onConfirm(text);
          onClose();
        }}
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
      </form>
    </Dialog>
  );
}
