export { PasswordForm } from './password-form.tsx';
export { PostChoice } from './post-choice.tsx';
export { ME, type Session, SessionProvider, useMe, useSession } from './session.tsx';
export { SessionGate } from './session-gate.tsx';
