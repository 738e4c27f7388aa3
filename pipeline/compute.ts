import { layoutDocument } from '../extractors/layout.ts';
import type { Audit } from '../model/audit.ts';
import type { Document } from '../model/document.ts';
import type { Layout } from '../model/layout.ts';
import type { Reading } from '../model/reading.ts';
import { ok } from '../model/status.ts';
import { normalize } from '../normalizers/normalize.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { Stage } from './stage.ts';

export const tablesStage: Stage<Document, Layout> = {
  name: 'tables',
  version: '1',
  run: async (document) => ok(layoutDocument(document)),
};

export const normalizeStage: Stage<Layout, Reading> = {
  name: 'normalize',
  version: '2',
  run: async (layout) => ok(normalize(layout)),
};

export const reconcileStage: Stage<Reading, Audit> = {
  name: 'reconcile',
  version: '2',
  run: async (reading) => ok(reconcile(reading)),
};
