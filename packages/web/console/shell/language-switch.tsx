import { Button } from 'antd';
import { useReader } from '../reader/index.ts';

/** Named in the other language, for whoever cannot read this one. */
export function LanguageSwitch() {
  const { locale, setLocale, t } = useReader();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLocale(other)}>
      {t('shell.language')}
    </Button>
  );
}
