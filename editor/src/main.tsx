import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startTheme } from './ui/theme.ts';
import './ui/theme.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
startTheme();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
