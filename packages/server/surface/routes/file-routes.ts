import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { type FileServices, findFile, readFile, receiveFile, type StoredFile } from '../../file/index.ts';
import { type Ctx, inTenant } from '../../ledger/index.ts';
import { findTenant, withoutTenant } from '../../tenant/index.ts';
import { districtRoute, type Route } from '../route.ts';

const closed = { additionalProperties: false } as const;
const uuid = Type.String({ pattern: '^[0-9a-f-]{36}$' });
const answer = Type.Object({
  id: Type.String(),
  name: Type.String(),
  type: Type.String(),
  size: Type.Integer(),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
});

/** Whether the reader may see what owns a file; made by compose from the engines. @throws whatever its read throws */
export type RequireOwnerSeen = (ctx: Ctx, owner: NonNullable<StoredFile['owner']>) => Promise<void>;

/** Files in and out, streamed both ways. Nothing is ever shown as a page: everything is an attachment or a picture. */
export function fileRoutes(services: FileServices, requireOwnerSeen: RequireOwnerSeen): Route[] {
  return [
    districtRoute(
      {
        method: 'POST',
        path: '/api/files',
        name: 'file.receive',
        group: 'file',
        summary: { zh: '上传文件', en: 'Upload a file' },
        body: 'multipart',
        answer,
      },
      async ({ capacity, request }) => {
        if (!request.isMultipart()) throw new HuyingError('request.mediaType', { expected: 'multipart/form-data' });
        const part = await request.file();
        if (part === undefined) throw new HuyingError('file.empty');
        const tenant = await withoutTenant(services.db, (tx) => findTenant(tx, capacity.tenant));
        const upload = { ...capacity, name: part.filename, stream: part.file, zone: tenant?.zone ?? 'UTC' };
        return told(await receiveFile(services, upload));
      },
    ),
    districtRoute(
      {
        method: 'GET',
        path: '/api/files/:id',
        name: 'file.read',
        group: 'file',
        summary: { zh: '下载文件', en: 'Read a file' },
        params: Type.Object({ id: uuid }, closed),
        query: Type.Object({ size: Type.Optional(Type.Literal('thumb')) }, closed),
        answer: 'application/octet-stream',
      },
      async ({ capacity, params, query, reply }) => {
        const file = await inTenant(services, capacity, async (ctx) => {
          const found = await findFile(ctx, params.id);
          if (found.owner !== null) await requireOwnerSeen(ctx, found.owner);
          return found;
        });
        const content = await readFile(services.files, capacity.tenant, file, query.size ?? 'full');
        reply.headers({
          'content-type': query.size === 'thumb' ? 'image/jpeg' : file.type,
          'content-disposition': disposition(file, query.size === 'thumb'),
          'cache-control': 'private, max-age=3600',
          // Whatever it holds, it runs nothing and loads nothing.
          'content-security-policy': "default-src 'none'; sandbox",
        });
        if (query.size === undefined) reply.header('content-length', file.size);
        return content;
      },
    ),
  ];
}

function told({ id, name, type, size, width, height }: StoredFile) {
  return { id, name, type, size, ...(width === null ? {} : { width }), ...(height === null ? {} : { height }) };
}

/** Thumbnails are drawn by the page; everything else is saved. Names are given twice (RFC 6266) for readers that know no UTF-8. */
function disposition({ name }: StoredFile, shown: boolean): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${shown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
