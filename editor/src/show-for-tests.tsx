// A part of the editor as somebody of a role sees it. For tests only.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { signInForTests } from './api/sign-in-for-tests.ts';
import type { Role } from './api/types.ts';
import { TooltipProvider } from './ui/tooltip.tsx';

/** `at`: the address, where the part reads it. */
export function showFor(role: Role, part: ReactNode, at = '/'): void {
  signInForTests(role);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter initialEntries={[at]}>{part}</MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}
