import { PencilLine } from 'lucide-react';

import { isJsonObject, type JsonValue } from '../../../engine/json.ts';
import { useEditorState, useSession } from '../../../session/react.ts';
import { Button } from '../../../ui/button.tsx';

import type { ControlProps } from './control.ts';
import styles from './controls.module.css';

// Rich text is written where it stands, on the page; here are its first words and the way there.
export function RichTextControl({ id, label, value, isDisabled, describedBy }: ControlProps) {
  const session = useSession();
  const selection = useEditorState((state) => state.selection);
  const words = plainText(value).trim();
  return (
    <div>
      <p className={styles.excerpt}>{words === '' ? 'No text yet.' : words}</p>
      <Button
        id={id}
        size="small"
        aria-label={`${label}: edit on the page`}
        aria-describedby={describedBy}
        icon={<PencilLine size={14} />}
        disabled={isDisabled || selection === null}
        onClick={() => {
          if (selection !== null) session.editText(selection);
        }}
      >
        Edit on the page
      </Button>
    </div>
  );
}

export function plainText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainText).join('');
  if (!isJsonObject(value)) return '';
  if (typeof value.text === 'string') return value.text;
  const isBlock = value.type === 'paragraph' || value.type === 'heading' || value.type === 'codeBlock';
  return plainText(value.content) + (isBlock ? ' ' : '');
}
