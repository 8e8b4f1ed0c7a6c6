import { Button, type ButtonProps } from 'antd';
import { useRef } from 'react';

/** A button that asks for one file; the same file may be chosen again. @param props.accept endings of names, with a comma between */
export function FileButton({
  accept,
  onFile,
  ...button
}: Omit<ButtonProps, 'onClick'> & { readonly accept: string; readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </>
  );
}
