export * from './city/index.ts';
export { sheetRows } from './city/sheet-rows.ts';
export * from './document/index.ts';
export * from './requests/index.ts';
export {
  REPLAY_WINDOW_MS,
  type SignatureHeaders,
  signatureFault,
  signatureHeadersIn,
  signMessage,
} from './signature/signature.ts';
export { type Posted, type SignedPost, signedPost } from './signature/signed-post.ts';
