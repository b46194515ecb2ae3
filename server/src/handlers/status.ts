import { formatDate, packsInUse } from '@waarborg/language';
import { property } from '../settings.ts';
import type { Handler } from './handler.ts';

/**
 * `waarborg/status`, to clients that say under `experimental` that they listen: what everything is judged by, at the start and
 * whenever that changes.
 */
export const status: Handler = {
  capabilities: () => ({}),
  register: ({ connection, client, workspace, surroundings }) => {
    if (property(client.experimental, 'waarborgStatus') !== true) return;
    let [waiting, sent] = [false, ''];
    const send = async (): Promise<void> => {
      await workspace.ready();
      waiting = false;
      const { snapshot } = workspace;
      const asOf = formatDate(snapshot.asOf);
      const now = { asOf, isSet: asOf !== surroundings.today(), packs: packsInUse(snapshot) };
      if (JSON.stringify(now) === sent) return;
      sent = JSON.stringify(now);
      await connection.sendNotification('waarborg/status', now);
    };
    const later = (): void => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        send().catch((error: unknown) => connection.console.error(String(error)));
      });
    };
    workspace.whenChanged(later);
  },
};
