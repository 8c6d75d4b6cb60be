// The browser that pages are measured in: Debian's Chromium, headless, doing nothing of its own accord.
import { chromium } from 'playwright-core';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function launchBrowser(...switches) {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...quiet, ...switches] });
}
