import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { readersQuery } from '../../api/queries.ts';
import type { CommentPerson } from '../../api/types.ts';
import type { CommentDraft } from '../../session/commenting.ts';
import { useSession } from '../../session/react.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './comment-field.module.css';
import { fromField, toField, typedName } from './mention-text.ts';
import { useCommentDraft } from './use-comment-draft.ts';

interface CommentFieldProps {
  /** What is written here is about: what is not sent is kept by it. */
  target: string;
  label: string;
  placeholder: string;
  submitLabel: string;
  /** What is there already, with those whom it mentions. */
  initial?: { body: string; mentions: readonly CommentPerson[] } | undefined;
  isBusy: boolean;
  error?: string | undefined;
  /** Grows when the field should take the focus. */
  focusRequest?: number | undefined;
  /** Resolves to true when it was taken: the field is empty then, but for what was typed meanwhile. */
  onSubmit: (body: string) => Promise<boolean>;
  /** Of a field that is there to change something: asked for by Cancel, and when all that stands in it was taken. */
  onClose?: (() => void) | undefined;
}

const nothing: CommentDraft = { text: '', mentions: [] };

/** Where a comment is written. An @ offers the people who may view the page. */
export function CommentField({ target, label, placeholder, submitLabel, initial, isBusy, error, focusRequest = 0, onSubmit, onClose }: CommentFieldProps) {
  const { pageId } = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const { draft, current, change, forget } = useCommentDraft(target, initial ? { text: toField(initial.body, initial.mentions), mentions: initial.mentions } : nothing);
  const { text, mentions } = draft;
  const [cursor, setCursor] = useState(0);
  const [active, setActive] = useState(0);
  const [isDismissed, setIsDismissed] = useState(false);
  const [shownTarget, setShownTarget] = useState(target);
  if (shownTarget !== target) {
    setShownTarget(target);
    setCursor(text.length);
    setIsDismissed(true);
  }

  useEffect(() => {
    if (focusRequest > 0) field.current?.focus();
  }, [focusRequest]);

  const typed = isDismissed ? null : typedName(text, cursor);
  const { data } = useQuery({ ...readersQuery(pageId, typed?.name ?? ''), enabled: typed !== null, placeholderData: keepPreviousData });
  const offered = typed === null ? [] : (data ?? []).slice(0, 6);
  const isOffering = offered.length > 0;
  const offeredNow = Math.min(active, offered.length - 1);

  const choose = (person: CommentPerson) => {
    if (typed === null) return;
    const before = `${text.slice(0, typed.at)}@${person.name} `;
    change({ text: before + text.slice(cursor), mentions: [...mentions.filter(({ id }) => id !== person.id), person] });
    setCursor(before.length);
    setIsDismissed(true);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };

  const close = () => {
    forget();
    onClose?.();
  };
  const submit = async () => {
    const body = fromField(text, mentions);
    if (body === '' || isBusy) return;
    if (!(await onSubmit(body))) return;
    const since = current();
    if (initial) {
      if (since.text === text) close();
      return;
    }
    const more = since.text.startsWith(text) ? since.text.slice(text.length).trimStart() : since.text;
    change({ text: more, mentions: more === '' ? [] : since.mentions });
  };

  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (isOffering && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      const person = offered[offeredNow];
      if (event.key === 'Escape') setIsDismissed(true);
      else if (event.key === 'ArrowDown') setActive((offeredNow + 1) % offered.length);
      else if (event.key === 'ArrowUp') setActive((offeredNow + offered.length - 1) % offered.length);
      else if (person) choose(person);
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape' && onClose) {
      event.stopPropagation();
      close();
    }
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.anchor}>
        <TextArea
          ref={field}
          label={label}
          isLabelHidden
          placeholder={placeholder}
          rows={2}
          maxLength={4000}
          value={text}
          error={error}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={isOffering ? listId : undefined}
          aria-activedescendant={isOffering ? `${listId}-${String(offeredNow)}` : undefined}
          onChange={(event) => {
            change({ text: event.target.value, mentions });
            setCursor(event.target.selectionStart);
            setActive(0);
            setIsDismissed(false);
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
          onBlur={() => setIsDismissed(true)}
          onKeyDown={press}
        />
        <span className="visually-hidden" role="status">
          {isOffering && `${offered.length} ${offered.length === 1 ? 'person' : 'people'} to mention: choose with the arrows and Enter`}
        </span>
        {isOffering && (
          <ul id={listId} role="listbox" aria-label="People" className={styles.people}>
            {offered.map((person, index) => (
              <li
                key={person.id}
                id={`${listId}-${String(index)}`}
                role="option"
                aria-selected={index === offeredNow}
                className={styles.person}
                // Before the field loses the focus.
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(person);
                }}
              >
                <Avatar name={person.name} size="small" />
                {person.name}
              </li>
            ))}
          </ul>
        )}
      </div>
      {(text.trim() !== '' || onClose) && (
        <div className={styles.actions}>
          {onClose && (
            <Button size="small" tone="quiet" onClick={close}>
              Cancel
            </Button>
          )}
          <Button size="small" tone="primary" type="submit" isBusy={isBusy} disabled={text.trim() === ''}>
            {submitLabel}
          </Button>
        </div>
      )}
    </form>
  );
}
