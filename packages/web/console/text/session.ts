import type { ScreenWords } from './screen-words.ts';

export const sessionWords = {
  'session.signIn': { zh: '登录', en: 'Sign in' },
  'session.forStaff': { zh: '工作人员登录', en: 'Staff sign-in' },
  'session.motto': { zh: '有呼必应，言出必行', en: 'Every call answered, every promise kept' },
  'session.name': { zh: '账号', en: 'Name' },
  'session.password': { zh: '密码', en: 'Password' },
  'session.code': { zh: '动态验证码', en: 'One-time code' },
  'session.codeHint': {
    zh: '请输入验证器当前显示的六位数字。',
    en: 'Enter the six digits that your authenticator shows now.',
  },
  'session.otherName': { zh: '换一个账号', en: 'Use another name' },
  'session.ended': { zh: '登录已失效，请重新登录', en: 'Your session has ended; sign in again' },
  'session.endedHint': {
    zh: '登录后回到原来的页面，已填写的内容还在。',
    en: 'You will be back where you were, with everything you typed.',
  },
  'session.firstPassword': { zh: '首次登录，请设置新密码', en: 'First sign-in: set a new password' },
  'session.firstPasswordHint': {
    zh: '新密码只有您本人知道。设置后才能继续。',
    en: 'Only you will know it. You can go on after that.',
  },
  'session.current': { zh: '当前密码', en: 'Current password' },
  'session.next': { zh: '新密码', en: 'New password' },
  'session.repeat': { zh: '再输一遍新密码', en: 'New password again' },
  'session.differ': { zh: '两次输入的新密码不一样。', en: 'The two new passwords differ.' },
  'session.needed': { zh: '请填写此项。', en: 'This is required.' },
  'session.passwordChanged': {
    zh: '密码已修改，其他设备上的登录已失效。',
    en: 'The password is changed; sessions on other devices have ended.',
  },
  'session.choosePost': { zh: '选择本次使用的岗位', en: 'Choose the post to work through' },
  'session.choosePostHint': {
    zh: '看得到什么、能办什么，由岗位决定。以后可在右上角切换。',
    en: 'What you see and may do depends on the post. You can switch it later at the top right.',
  },
  'session.chooseDistrict': { zh: '选择区县', en: 'Choose the district' },
  'session.noPost': { zh: '您的账号还没有岗位', en: 'Your account has no post yet' },
  'session.noPostHint': {
    zh: '请联系安全管理员为您设置岗位，然后重新登录。',
    en: 'Ask your security administrator to give you one, then sign in again.',
  },
  'session.presentPost': { zh: '当前岗位', en: 'present post' },
  'code.title': { zh: '绑定动态验证码', en: 'Set up one-time codes' },
  'code.mustTitle': { zh: '此账号须先绑定动态验证码', en: 'This account must set up one-time codes first' },
  'code.step1': {
    zh: '用手机上的验证器应用扫描此图。',
    en: 'Scan this picture with an authenticator app on your phone.',
  },
  'code.step2': { zh: '输入验证器显示的六位数字。', en: 'Enter the six digits it shows.' },
  'code.picture': { zh: '绑定用的二维码', en: 'Picture for the authenticator' },
  'code.byHand': { zh: '无法扫描时，手工输入此密钥：', en: 'If you cannot scan, type this key:' },
  'code.confirm': { zh: '确认绑定', en: 'Confirm' },
  'code.done': {
    zh: '已绑定。下次登录时需要动态验证码。',
    en: 'Done. You will be asked for a code at the next sign-in.',
  },
} as const satisfies ScreenWords;
