import { testDatabase } from '@huying/testing/database';
import { tellAccess } from '@huying/testing/org';
import { describe } from 'vitest';
import { endPost } from './end-post.ts';

const db = await testDatabase();

describe('ending a post', () => {
  tellAccess({
    db,
    operation: endPost,
    role: 'security-admin',
    input: async (district) => ({ post: (await district.person('unit-handler')).actor.post, reason: '调离' }),
    elsewhere: 'org.postUnknown',
  });
});
