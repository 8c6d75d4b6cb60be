import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type ComponentBody, componentCheckQuery } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import { componentsQuery } from '../../api/queries.ts';
import { withMember } from '../../code/json-text.ts';
import { EngineTrap } from '../../engine/engine.ts';
import { bodyOf, type ComponentTexts, definitionIn } from './component-texts.ts';
import { isGreater, versionAfter } from './next-version.ts';
import { inOrder, jsonProblems, type Problem, serverProblems, togetherProblems } from './problems.ts';
import { type Trial, trialEngineQuery } from './trial-engine.ts';
import { useSettled } from '../../ui/use-settled.ts';

const engineAfter = 120; // milliseconds without a keystroke
const serverAfter = 600;

export interface Check {
  problems: readonly Problem[];
  /** What could be shown last: an error leaves it as it was. */
  html: string | null;
  isWaiting: boolean;
  /** Why the server could not be asked. */
  failure: string | undefined;
}

/** What is wrong with a draft and how it looks, while it is written. `base`: the version that is being changed, or null. */
export function useCheck(name: string, texts: ComponentTexts, base: string | null, mayAskServer: boolean): Check {
  const queries = useQueryClient();
  const listing = useQuery(componentsQuery());
  const engine = useQuery({ ...trialEngineQuery(queries, name, listing.data), enabled: listing.data !== undefined });
  const forEngine = useSettled(texts, engineAfter);
  const forServer = useSettled(texts, serverAfter);
  const [shown, setShown] = useState<string | null>(null);

  const trial = useMemo<Trial | EngineTrap>(() => {
    if (engine.data === undefined) return { html: null, problems: [] };
    try {
      return engine.data.tryOut(forEngine);
    } catch (error) {
      if (error instanceof EngineTrap) return error;
      throw error;
    }
  }, [engine.data, forEngine]);
  const isLost = trial instanceof EngineTrap;
  useEffect(() => {
    if (isLost) void queries.resetQueries({ queryKey: ['workshop-engine', name] });
  }, [isLost, queries, name]);

  const html = trial instanceof EngineTrap ? null : trial.html;
  if (html !== null && html !== shown) setShown(html);

  const body = useMemo(() => bodyOf(withFreeVersion(forServer, base)), [forServer, base]);
  const isAskable = mayAskServer && jsonProblems(forServer).length === 0;
  const server = useQuery({ ...componentCheckQuery(body), enabled: isAskable });
  const isCurrent = server.data !== undefined && forServer === texts;
  // The same texts are another question when they are a change of another version.
  const [last, setLast] = useState<{ body: ComponentBody; texts: ComponentTexts; problems: Problem[] } | null>(null);
  if (isCurrent && last?.body !== body) setLast({ body, texts, problems: serverProblems(server.data, texts) });

  const problems = useMemo(() => {
    const ownName = nameProblems(name, texts);
    if (last?.body === body && last.texts === texts) return inOrder(texts, [...ownName, ...last.problems]);
    const now = [...ownName, ...(trial instanceof EngineTrap ? [] : trial.problems)];
    return last === null ? inOrder(texts, now) : togetherProblems(now, texts, last.problems, last.texts);
  }, [last, body, texts, trial, name]);

  return {
    problems,
    html: shown,
    isWaiting: forEngine !== texts || engine.data === undefined || (isAskable && server.isFetching),
    failure: server.error === null ? undefined : explain(server.error),
  };
}

/** The version is settled when the draft is saved: until then one that is too low is no fault. */
function withFreeVersion(texts: ComponentTexts, base: string | null): ComponentTexts {
  if (base === null || isGreater(definitionIn(texts)?.version ?? '', base)) return texts;
  const definition = withMember(texts.definition, 'version', versionAfter(base, 'major'));
  return definition === null ? texts : { ...texts, definition };
}

function nameProblems(name: string, texts: ComponentTexts): Problem[] {
  const definition = definitionIn(texts);
  if (definition === null || definition.name === name) return [];
  return [{ part: 'definition', severity: 'error', line: 1, column: 1, message: `The component is called "${name}": its name can't be changed. Make a copy to have another one.` }];
}
