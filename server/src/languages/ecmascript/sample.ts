import { send } from 'messaging';

const handlers = { card_declined: askForAnotherCard, expired_card: askForAnotherCard };

function onCode(error: { code: string }) {
	switch (error.code) {
		case 'card_declined':
		case 'expired_card':
			askForAnotherCard();
			break;
		case 'rate_limited':
			waitAndRepeat();
			break;
		default:
			send(error);
	}
}

function onStatus(response: { status: number }) {
	if (response.status === 404) {
		create();
	} else if (response.status === 401 || response.status === 403) {
		signIn();
	} else {
		send(response);
	}
}

function onTable(error: { code: string }) {
	handlers[error.code]();
}
