import { HuyingError } from '@huying/kit/error';
import { filesOf, type StoredFile } from '../../file/index.ts';
import { type Capacity, inTenant, type Services } from '../../ledger/index.ts';
import { publishedPhoto } from './public.store.ts';

/** A photo of a site of a published project, for everybody. @throws file.unknown for any other file */
export async function publicPhoto(services: Services, capacity: Capacity, id: string): Promise<StoredFile> {
  return inTenant(services, capacity, async (ctx) => {
    const promise = await publishedPhoto(ctx.tx, ctx.tenant, id);
    const [file] =
      promise === undefined
        ? []
        : await filesOf(ctx.tx, ctx.tenant, 'promise', [promise]).then((all) => all.filter((one) => one.id === id));
    if (file === undefined) throw new HuyingError('file.unknown');
    return file;
  });
}
