import { useSession } from '../session/index.ts';
import { useAttempt } from './attempt.ts';

/** Fetches a file of the server and hands it to the browser to be saved, under a name of our own where the server gives none. */
export function useSaveFile() {
  const { client } = useSession();
  const { busy, attempt } = useAttempt();
  const save = async (path: string, otherwise: string) => {
    if (busy) return;
    await attempt(async () => {
      const { name, content } = await client.file(path);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = name ?? otherwise;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  };
  return { busy, save };
}
