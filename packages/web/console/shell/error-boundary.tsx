import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useReader } from '../reader/index.ts';

interface State {
  readonly error: Error | undefined;
}

/** Keeps the frame standing when a page breaks. `resetOn` is what makes it try again: the address. */
export class ErrorBoundary extends Component<{ readonly resetOn: string; readonly children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate(before: { readonly resetOn: string }) {
    if (before.resetOn !== this.props.resetOn && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <Broken error={this.state.error} />;
  }
}

function Broken(props: { readonly error: Error }) {
  const { t } = useReader();
  return (
    <div className="empty" role="alert">
      <h1>{t('shell.broken')}</h1>
      <p>{t('shell.brokenHint')}</p>
      <p>
        <Button type="primary" onClick={() => location.reload()}>
          {t('shell.again')}
        </Button>
      </p>
      <pre className="broken-text">{props.error.message}</pre>
    </div>
  );
}
