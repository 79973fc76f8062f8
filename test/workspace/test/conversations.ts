import { listConversations } from '../src/conversations.ts';

const { error } = await listConversations('https://api.silentchat.de');
switch (error.code) {
	case 'FORBIDDEN':
		break;
}
