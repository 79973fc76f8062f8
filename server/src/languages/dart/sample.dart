import 'messaging';

final handlers = {'card_declined': askForAnotherCard, 'expired_card': askForAnotherCard};

void onCode(ApiException error) {
  switch (error.code) {
    case 'card_declined':
    case 'expired_card':
      askForAnotherCard();
    case 'rate_limited':
      waitAndRepeat();
    default:
      send(error);
  }
}

void onStatus(Response response) {
  if (response.status == 404) {
    create();
  } else if (response.status == 401 || response.status == 403) {
    signIn();
  } else {
    send(response);
  }
}

void onTable(ApiException error) {
  handlers[error.code]!();
}
