import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { Problem } from '../api/problem.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { createRouter } from './routes.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The server's "no" stays a no; what did not arrive is asked for again.
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
      staleTime: 10_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const router = createRouter(queries);

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <OfflineNotice />
        <ToastRegion />
      </TooltipProvider>
    </QueryClientProvider>
  );
}
