import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';
import { withProgram } from './with-program.ts';

interface Asked {
  readonly district?: string;
  readonly only?: boolean;
}

/** `huying city`: the key with which the city's platform and the district prove themselves to each other. */
export function addCity(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  const city = teach(program.command('city'), terminal, {
    does: { zh: '市 12345 平台的对接', en: "The exchange with the city's 12345 platform" },
    examples: ['huying city key --district 440199'],
  });
  teach(city.command('key'), terminal, {
    does: { zh: '签发对接密钥', en: 'Issue a key' },
    know: {
      zh: '密钥和签名密钥只显示一次，交给市平台的人员；消息按 Standard Webhooks 签名。原有密钥继续有效，换用完成后以 --only 使其失效。市平台的接收地址在参数 exchange.cityUrl 中设置。',
      en: 'Key and secret are shown once, for the people of the platform; messages are signed as Standard Webhooks. Earlier keys go on holding until --only ends them. The address of the platform is the parameter exchange.cityUrl.',
    },
    examples: ['huying city key --district 440199', 'huying city key --district 440199 --only --json'],
  })
    .option(
      '--district <code>',
      say({ zh: '区县代码（只有一个区时可省略）', en: 'code of the district (may be left out where there is one)' }),
    )
    .option('--only', say({ zh: '使原有密钥失效', en: 'end every earlier key' }))
    .action((asked: Asked) =>
      withProgram(async ({ services }) => {
        const [{ endOlderPartnerKeys, issuePartnerKey }, { theSystem }, { districtOrOnly }] = await Promise.all([
          import('../exchange/index.ts'),
          import('../ledger/index.ts'),
          import('./district-named.ts'),
        ]);
        const { code } = await districtOrOnly(services.db, asked.district);
        const capacity = { tenant: code, actor: theSystem };
        const issued = await issuePartnerKey(services, capacity);
        const ended = asked.only === true ? await endOlderPartnerKeys(services, capacity, issued.id) : 0;
        terminal.answer({ district: code, ...issued, ended }, [
          `${say({ zh: '密钥', en: 'key' })}      ${issued.key}`,
          `${say({ zh: '签名密钥', en: 'secret' })}  ${issued.secret}`,
        ]);
      }),
    );
}
