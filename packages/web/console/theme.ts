import { type ThemeConfig, theme } from 'antd';

/** Colour is for state; everything else is ink, paper and one blue. Contrasts reach WCAG AA on white and on the page's grey. */
export const consoleTheme: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    colorPrimary: '#22466f',
    colorInfo: '#22466f',
    colorLink: '#22508a',
    colorSuccess: '#1a7444',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorTextBase: '#1c2128',
    colorTextSecondary: '#57606a',
    colorTextDescription: '#57606a',
    colorTextPlaceholder: '#6a737d',
    colorBgLayout: '#f4f5f7',
    colorBorder: '#c9ced6',
    colorBorderSecondary: '#e3e6ea',
    borderRadius: 4,
    fontSize: 14,
    lineHeight: 1.5,
    controlHeight: 30,
    wireframe: false,
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none' } },
};
