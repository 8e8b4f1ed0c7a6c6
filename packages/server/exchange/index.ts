export * from './city/index.ts';
export * from './requests/index.ts';
export {
  REPLAY_WINDOW_MS,
  type SignatureHeaders,
  signatureFault,
  signatureHeadersIn,
  signMessage,
} from './signature/signature.ts';
export { type Posted, type SignedPost, signedPost } from './signature/signed-post.ts';
