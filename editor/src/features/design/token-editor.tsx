import { useId } from 'react';
import type { JsonValue } from '../../engine/json.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ValueControl } from './controls/value-control.tsx';
import { ContrastNote } from './contrast-note.tsx';
import type { ThemeValue, TokenView } from './design-view.ts';
import styles from './token-editor.module.css';
import { TokenSample } from './token-sample.tsx';
import { faultAt } from './tokens/faults.ts';
import { shadowCss, valueCss } from '../../tokens/value-text.ts';
import { useDesign, useDesignState, useRemoveOverride, useSetValue, useView } from './use-design.ts';

/** All that can be said and changed of a token: its value without a theme and under each, side by side. */
export function TokenEditor({ shown }: { shown: TokenView }) {
  const { token, values, contrast } = shown;
  return (
    <div className={styles.editor}>
      <div className={styles.about}>
        <code className={styles.path}>{token.path}</code>
        {token.description !== '' && <p>{token.description}</p>}
        {token.deprecated !== null && <p className={styles.deprecated}>Deprecated{token.deprecated === '' ? '.' : `: ${token.deprecated}`}</p>}
        {token.isInherited && <p>It comes from the group that this one extends. Changing it here leaves that one as it is.</p>}
      </div>
      {contrast.length > 0 && (
        <Notice tone="warning">
          <ul>
            {contrast.map((fault) => (
              <li key={`${fault.theme ?? ''} ${fault.front} ${fault.ground}`}>
                <ContrastNote fault={fault} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={styles.values}>
        {values.map((value) => (
          <UnderTheme key={value.theme ?? ''} shown={shown} under={value} />
        ))}
      </div>
    </div>
  );
}

function UnderTheme({ shown: { token, values }, under }: { shown: TokenView; under: ThemeValue }) {
  const id = useId();
  const { draft, mayEdit } = useDesign();
  const { faults } = useDesignState(draft);
  const setValue = useSetValue();
  const removeOverride = useRemoveOverride();
  const { theme, label, stated } = under;
  const fault = faultAt(faults, token.path, theme);
  const [base] = values;
  const change = (value: JsonValue): void => setValue(token, theme, value);
  return (
    <section className={styles.value} aria-label={`${token.path}, ${label}`}>
      <div className={styles.top}>
        <p className={styles.theme}>{label}</p>
        {mayEdit && theme !== null && stated !== undefined && (
          <Button size="small" tone="quiet" aria-label={`${token.path}, ${label}: same as ${base.label.toLowerCase()}`} onClick={() => removeOverride(token, theme)}>
            Same as {base.label.toLowerCase()}
          </Button>
        )}
      </div>
      {token.type === 'shadow' && <ShadowStage value={under.value} theme={theme} />}
      {stated === undefined ? (
        <div className={styles.same}>
          <TokenSample type={token.type} value={under.value} />
          <span className={styles.sameWords}>{under.words === base.words ? `Same as ${base.label.toLowerCase()}` : under.words}</span>
          {mayEdit && (
            <Button size="small" aria-label={`${token.path}, ${label}: change`} onClick={() => change(under.value ?? token.value)}>
              Change
            </Button>
          )}
        </div>
      ) : (
        <ValueControl
          type={token.type}
          path={token.path}
          theme={theme}
          label={values.length > 1 ? `${token.path}, ${label}` : token.path}
          value={stated}
          onChange={change}
          isDisabled={!mayEdit}
          isInvalid={fault !== undefined}
          describedBy={fault === undefined ? undefined : id}
        />
      )}
      {fault !== undefined && (
        <p id={id} className={styles.fault}>
          {fault}
        </p>
      )}
      {stated !== undefined && under.value === null && fault === undefined && <p className={styles.fault}>Refers to what is no token here.</p>}
    </section>
  );
}

/** The shadow of a raised area on the page's ground, in the colours of the theme where it has them. */
function ShadowStage({ value, theme }: { value: JsonValue | null; theme: string | null }) {
  const view = useView();
  const colorOf = (path: string, otherwise: string): string => valueCss('color', view.byPath.get(path)?.values.find((under) => under.theme === theme)?.value ?? null) || otherwise;
  return (
    <div className={styles.stage} style={{ background: colorOf('color.background', '#f4f4f4') }} aria-hidden="true">
      <span style={{ background: colorOf('color.surface', '#ffffff'), boxShadow: shadowCss(value) }} />
    </div>
  );
}
