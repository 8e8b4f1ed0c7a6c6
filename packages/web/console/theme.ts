import type { ThemeConfig } from 'antd';

/** Colour is for state; everything else is ink, paper and one blue. Contrasts reach WCAG AA on white and on the page's grey. */
export const consoleTheme: ThemeConfig = {
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
    controlHeightLG: 38,
    paddingLG: 20,
    paddingContentHorizontalLG: 16,
    colorErrorBg: '#fdf3f2',
    colorErrorBorder: '#e5bdb9',
    colorInfoBg: '#eef3f9',
    colorInfoBorder: '#c4d3e5',
    colorWarningBg: '#fff8e6',
    colorWarningBorder: '#ecdcae',
    wireframe: false,
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Alert: {
      defaultPadding: '8px 12px',
      withDescriptionPadding: '10px 14px',
      withDescriptionIconSize: 18,
      fontSizeLG: 14,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', paddingInline: 11 },
    Drawer: { footerPaddingInline: 20 },
  },
};
