import { useState, type ChangeEvent } from 'react';

/**
 * A field's text while somebody types, which need not be a value at every moment. `read` gives null for what is none: it is not reported, and the
 * field shows the value again once it is left.
 */
export function useTyped<Value>(text: string, read: (text: string) => Value | null, report: (value: Value) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    isUnreadable: typed !== null && read(typed) === null,
    field: {
      value: typed ?? text,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
        setTyped(target.value);
        const value = read(target.value);
        if (value !== null) report(value);
      },
      onBlur: () => setTyped(null),
    },
  };
}
