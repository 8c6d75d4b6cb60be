import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

// Against the real binary and Debian's Chromium: nothing is downloaded, nothing is mocked.
export default defineConfig({
  testDir: 'stories',
  outputDir: 'artefacts',
  testIgnore: [
    // Pictures of every screen, to look at: PAGEWRIGHT_SCREENS=1 takes them into artefacts/screens.
    ...(process.env.PAGEWRIGHT_SCREENS ? [] : ['screens.spec.ts']),
    // Random authors, PAGEWRIGHT_RANDOM_SEED=1 and so on: to look for bugs with, until none of them gets stuck before a dialog that opened late.
    ...(process.env.PAGEWRIGHT_RANDOM_SEED ? [] : ['random-actions.spec.ts']),
  ],
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // Each has a server of its own.
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // Its recorder runs scripts in every frame, which the sandboxed ones report as errors.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
