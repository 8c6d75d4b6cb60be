import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { useDraft } from './use-draft.ts';

function textOf(value: ControlProps['value']): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function described({ id, isInvalid, describedBy, isDisabled, hints }: ControlProps) {
  return {
    id,
    'aria-invalid': isInvalid || undefined,
    'aria-describedby': describedBy,
    disabled: isDisabled,
    placeholder: hints.placeholder,
  };
}

export function TextControl(props: ControlProps) {
  const draft = useDraft(textOf(props.value), props.isInvalid, props.onChange);
  return (
    <input
      {...described(props)}
      type="text"
      className={styles.input}
      value={draft.text}
      onChange={(event) => draft.change(event.target.value)}
      onFocus={draft.enter}
      onBlur={draft.leave}
    />
  );
}

export function UrlControl(props: ControlProps) {
  const draft = useDraft(textOf(props.value), props.isInvalid, (text) => props.onChange(text.trim()));
  return (
    <input
      {...described(props)}
      type="text"
      inputMode="url"
      spellCheck={false}
      autoComplete="off"
      placeholder={props.hints.placeholder ?? 'https://… or #part'}
      className={styles.input}
      value={draft.text}
      onChange={(event) => draft.change(event.target.value)}
      onFocus={draft.enter}
      onBlur={draft.leave}
    />
  );
}

export function TextAreaControl(props: ControlProps) {
  const draft = useDraft(textOf(props.value), props.isInvalid, props.onChange);
  return (
    <textarea
      {...described(props)}
      rows={3}
      className={styles.area}
      value={draft.text}
      onChange={(event) => draft.change(event.target.value)}
      onFocus={draft.enter}
      onBlur={draft.leave}
    />
  );
}

export function NumberControl(props: ControlProps) {
  const { schema, onChange } = props;
  const draft = useDraft(textOf(props.value), props.isInvalid, (text) => {
    if (text.trim() !== '' && Number.isFinite(Number(text))) onChange(Number(text));
  });
  return (
    <input
      {...described(props)}
      type="number"
      className={styles.input}
      min={schema.minimum}
      max={schema.maximum}
      step={schema.multipleOf ?? (schema.type === 'integer' ? 1 : 'any')}
      value={draft.text}
      onChange={(event) => draft.change(event.target.value)}
      onFocus={draft.enter}
      onBlur={draft.leave}
    />
  );
}

export function SliderControl(props: ControlProps) {
  const { schema, onChange } = props;
  const minimum = schema.minimum ?? 0;
  const value = typeof props.value === 'number' ? props.value : minimum;
  return (
    <div className={styles.slider}>
      <input
        {...described(props)}
        type="range"
        min={minimum}
        max={schema.maximum ?? 100}
        step={schema.multipleOf ?? (schema.type === 'integer' ? 1 : 'any')}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output htmlFor={props.id}>{value}</output>
    </div>
  );
}

const hexColor = /^#[0-9a-f]{6}$/i;

export function ColorControl(props: ControlProps) {
  const text = textOf(props.value);
  const draft = useDraft(text, props.isInvalid, props.onChange);
  return (
    <div className={styles.color}>
      <input
        type="color"
        aria-label={`${props.label}: choose`}
        disabled={props.isDisabled}
        value={hexColor.test(text) ? text : '#000000'}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <input
        {...described(props)}
        type="text"
        className={styles.input}
        value={draft.text}
        onChange={(event) => draft.change(event.target.value)}
        onFocus={draft.enter}
        onBlur={draft.leave}
      />
    </div>
  );
}
